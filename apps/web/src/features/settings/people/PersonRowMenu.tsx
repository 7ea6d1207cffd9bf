import { IconKey, IconSend, IconShieldOff, IconUserCheck, IconUserOff } from "@tabler/icons-react";
import { useT } from "../../../i18n/useT.js";
import { useViewer } from "../../../session/viewer.js";
import { type RowAction, RowMenu } from "../../../ui/overlays/RowMenu.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import type { AccessChange } from "./AccessDialog.js";
import { useAccessRoles } from "./accessRoles.js";
import { type PasswordLink, type Person, usePersonEdits } from "./personEdits.js";

interface PersonRowMenuProps {
  person: Person;
  onLink: (link: PasswordLink) => void;
  /** Asks for the viewer's own password, which a link for oneself needs. */
  onOwnLink: () => void;
  onConfirm: (change: AccessChange) => void;
}

/** What an administrator can do with a person, or with an invitation. */
export function PersonRowMenu({ person, onLink, onOwnLink, onConfirm }: PersonRowMenuProps) {
  const t = useT();
  const viewer = useViewer();
  const { roles } = useAccessRoles();
  const edits = usePersonEdits(roles);
  const attempt = useAttempt();
  const isViewer = person.id === viewer.id;

  const ofInvited = (): RowAction[] => [
    {
      label: t(person.invitation ? "settings.resend" : "settings.sendInvitation"),
      icon: <IconSend size={15} />,
      onClick: () => void attempt(async () => onLink(await edits.resendInvitation(person))),
    },
    ...(person.invitation
      ? [
          {
            label: t("settings.revokeInvitation"),
            icon: <IconUserOff size={15} />,
            destructive: true,
            disabled: person.disabled,
            onClick: () => onConfirm({ person, revoke: true }),
          },
        ]
      : []),
  ];

  const ofJoined = (): RowAction[] => [
    {
      label: t("settings.newPasswordLink"),
      icon: <IconKey size={15} />,
      disabled: person.disabled,
      onClick: () => {
        if (isViewer) onOwnLink();
        else void attempt(async () => onLink(await edits.newLink(person)));
      },
    },
    ...(person.twoFactor && !isViewer
      ? [
          {
            label: t("settings.reset"),
            icon: <IconShieldOff size={15} />,
            onClick: () => onConfirm({ person, reset: true }),
          },
        ]
      : []),
    person.disabled
      ? {
          label: t("settings.enable"),
          icon: <IconUserCheck size={15} />,
          onClick: () => onConfirm({ person, disabled: false }),
        }
      : {
          label: t("settings.disable"),
          icon: <IconUserOff size={15} />,
          destructive: true,
          onClick: () => onConfirm({ person, disabled: true }),
        },
  ];

  return (
    <RowMenu
      label={t("ui.moreFor", { name: person.name })}
      actions={person.invited ? ofInvited() : ofJoined()}
    />
  );
}

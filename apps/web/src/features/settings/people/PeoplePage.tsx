import { Button } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useT } from "../../../i18n/useT.js";
import { useMay } from "../../../session/viewer.js";
import { useDrawerParam } from "../../../ui/overlays/useDrawerParam.js";
import { useAction } from "../../../ui/shortcuts/useAction.js";
import { SettingsFrame } from "../SettingsFrame.js";
import { InviteDrawer } from "./InviteDrawer.js";
import { LinkDialog } from "./LinkDialog.js";
import { PeopleList } from "./PeopleList.js";
import type { PasswordLink } from "./personEdits.js";
import { RoleMatrix } from "./RoleMatrix.js";
import { TeamList } from "./teams/TeamList.js";

/** Who may come in and as what, for who decides that; what each role may, for everyone. */
export function Component() {
  const t = useT();
  const mayWrite = useMay("users:write");
  const { value, open, close } = useDrawerParam("person");
  const [link, setLink] = useState<PasswordLink>();
  useAction(t("settings.invite"), () => open("new"), {
    group: t("shell.settings"),
    enabled: mayWrite,
  });
  const below = (
    <>
      <RoleMatrix />
      <TeamList />
    </>
  );
  return (
    <SettingsFrame
      section="people"
      actions={
        mayWrite && (
          <Button leftSection={<IconUserPlus size={16} />} onClick={() => open("new")}>
            {t("settings.invite")}
          </Button>
        )
      }
    >
      {mayWrite ? (
        <PeopleList
          onLink={setLink}
          onOpen={({ id }) => open(id)}
          opened={value}
          onClose={close}
          below={below}
        />
      ) : (
        below
      )}
      {mayWrite && value === "new" && <InviteDrawer onClose={close} onInvited={setLink} />}
      {link && <LinkDialog link={link} onClose={() => setLink(undefined)} />}
    </SettingsFrame>
  );
}

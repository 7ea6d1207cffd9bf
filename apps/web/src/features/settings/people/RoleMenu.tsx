import { useT } from "../../../i18n/useT.js";
import { useViewer } from "../../../session/viewer.js";
import { ConflictUnsettled } from "../../../ui/conflict/saveVersioned.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import { StatusMenu } from "../../../ui/values/StatusMenu.js";
import type { AccessChange } from "./AccessDialog.js";
import { useAccessRoles, useRoleName } from "./accessRoles.js";
import classes from "./PeopleList.module.css";
import { type Person, usePersonEdits } from "./personEdits.js";

interface RoleMenuProps {
  person: Person;
  /** Asks for a confirmation: the viewer's own role is not changed by a click alone. */
  onConfirm: (change: AccessChange) => void;
}

/** A person's role in the list of people, with the other roles to choose from. */
export function RoleMenu({ person, onConfirm }: RoleMenuProps) {
  const t = useT();
  const viewer = useViewer();
  const { roles } = useAccessRoles();
  const nameOf = useRoleName();
  const edits = usePersonEdits(roles);
  const attempt = useAttempt();
  const current = nameOf(person.accessRole);

  function choose(roleId: string) {
    if (person.id === viewer.id)
      return onConfirm({ person, role: roles.find(({ id }) => id === roleId) });
    void attempt(() =>
      edits.change(person, { roleId }).catch((failure) => {
        if (!(failure instanceof ConflictUnsettled)) throw failure;
      }),
    );
  }

  return (
    <StatusMenu
      label={t("settings.changeRole", { name: person.name, role: current })}
      options={roles
        .filter(({ id }) => id !== person.accessRole.id)
        .map((one) => ({ value: one.id, label: nameOf(one) }))}
      onChoose={choose}
    >
      <span className={classes.role} title={current}>
        {current}
      </span>
    </StatusMenu>
  );
}

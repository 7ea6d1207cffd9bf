import { useT } from "../../../i18n/useT.js";
import { ConfirmDialog } from "../../../ui/overlays/ConfirmDialog.js";
import { type AccessRole, useRoleName } from "./accessRoles.js";
import type { Person } from "./personEdits.js";

/** A change of a person's access that needs a confirmation. */
export interface AccessChange {
  person: Person;
  /** Lets the person in again, or no longer. */
  disabled?: boolean;
  /** The viewer's own new role. */
  role?: AccessRole;
  /** Turns off the person's two-factor authentication. */
  reset?: true;
  /** Revokes the person's invitation. */
  revoke?: true;
}

interface AccessDialogProps {
  change: AccessChange;
  onConfirm: (change: AccessChange) => Promise<unknown>;
  onClose: () => void;
}

/** Explains what a change of access means for the person, and asks for confirmation. */
export function AccessDialog({ change, onConfirm, onClose }: AccessDialogProps) {
  const t = useT();
  const nameOf = useRoleName();
  const { person, disabled, role, reset, revoke } = change;
  const { name } = person;
  const access = disabled === undefined ? "ownRole" : disabled ? "disable" : "enable";
  const act = revoke ? "revoke" : reset ? "reset" : access;
  const words = { name, role: role ? nameOf(role) : "" };
  return (
    <ConfirmDialog
      title={t(`settings.ask.${act}`, words)}
      confirmLabel={t(`settings.do.${act}`)}
      destructive={act === "disable" || act === "reset" || act === "revoke"}
      onConfirm={() => onConfirm(change)}
      onClose={onClose}
    >
      <p>{t(`settings.follows.${act}`, words)}</p>
    </ConfirmDialog>
  );
}

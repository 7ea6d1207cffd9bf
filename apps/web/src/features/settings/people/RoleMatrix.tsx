import { NOUNS } from "@clientela/shared/records/roles";
import { IconEye, IconMinus, IconPencil, type TablerIcon } from "@tabler/icons-react";
import { useT } from "../../../i18n/useT.js";
import { useMay, useViewer } from "../../../session/viewer.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { useDrawerParam } from "../../../ui/overlays/useDrawerParam.js";
import { EditableSection, EntryMenu } from "../EditableSection.js";
import { permissionsOf, useAccessRoleEdits, useAccessRoles, useRoleName } from "./accessRoles.js";
import { RoleDrawer } from "./RoleDrawer.js";
import classes from "./RoleMatrix.module.css";
import { type Level, levelOf } from "./roleLevels.js";

const icons: Record<Level, TablerIcon> = {
  write: IconPencil,
  own: IconPencil,
  billing: IconPencil,
  read: IconEye,
  none: IconMinus,
};

/** What each role may do, as the API decides it; who manages people copies and edits roles here. */
export function RoleMatrix() {
  const t = useT();
  const viewer = useViewer();
  const mayWrite = useMay("users:write");
  const edits = useAccessRoleEdits();
  const nameOf = useRoleName();
  const { roles, error, refetch } = useAccessRoles();
  const { value, open, close } = useDrawerParam("role");
  const columns = roles.map((role) => ({ role, granted: new Set(permissionsOf(role)) }));
  const edited = roles.find(({ id, isPreset }) => id === value && !isPreset);

  if (error) {
    return (
      <ErrorNote error={error} onRetry={() => void refetch()}>
        {t("settings.rolesFailed")}
      </ErrorNote>
    );
  }
  if (roles.length === 0) return null;
  return (
    <EditableSection
      title={t("settings.matrix")}
      hint={t("settings.matrixHint")}
      add={t("settings.newRole")}
      onAdd={mayWrite ? () => open("new") : undefined}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div className={classes.scroller} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t("settings.matrixNoun")}</th>
              {columns.map((column) => (
                <th key={column.role.id} scope="col">
                  <span className={classes.role}>
                    {nameOf(column.role)}
                    {mayWrite && !column.role.isPreset && (
                      <EntryMenu
                        name={column.role.name}
                        onEdit={() => open(column.role.id)}
                        onDelete={() => edits.remove(column.role)}
                        deleted={t("settings.roleDeleted", { name: column.role.name })}
                      />
                    )}
                  </span>
                  {column.role.recordAccess !== "ALL" && (
                    <span className={classes.mine}>
                      {t(`settings.recordAccess.${column.role.recordAccess}`)}
                    </span>
                  )}
                  {column.role.id === viewer.accessRole?.id && (
                    <span className={classes.mine}>{t("settings.yourRole")}</span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {NOUNS.map((noun) => (
              <tr key={noun}>
                <th scope="row">{t(`settings.noun.${noun}`)}</th>
                {columns.map(({ role, granted }) => {
                  const level = levelOf(granted, noun);
                  const Icon = icons[level];
                  return (
                    <td key={role.id}>
                      <span className={classes.level} data-level={level}>
                        <Icon size={14} aria-hidden="true" />
                        {t(`settings.level.${level}`)}
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mayWrite && (value === "new" || edited) && (
        <RoleDrawer key={value} roles={roles} role={edited} onClose={close} />
      )}
    </EditableSection>
  );
}

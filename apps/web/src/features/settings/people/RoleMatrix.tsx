import { NOUNS, ROLES } from "@clientela/shared/records/roles";
import { IconEye, IconMinus, IconPencil, type TablerIcon } from "@tabler/icons-react";
import { useT } from "../../../i18n/useT.js";
import { useViewer } from "../../../session/viewer.js";
import classes from "./RoleMatrix.module.css";
import { type Level, levelOf } from "./roleLevels.js";

const icons: Record<Level, TablerIcon> = {
  write: IconPencil,
  own: IconPencil,
  billing: IconPencil,
  read: IconEye,
  none: IconMinus,
};

/** What each role may do; made of the declarations that the API decides by. */
export function RoleMatrix() {
  const t = useT();
  const viewer = useViewer();
  return (
    <section className={classes.section} aria-labelledby="role-matrix">
      <h2 id="role-matrix" className={classes.title}>
        {t("settings.matrix")}
      </h2>
      <p className={classes.hint}>{t("settings.matrixHint")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div className={classes.scroller} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t("settings.matrixNoun")}</th>
              {ROLES.map((role) => (
                <th key={role} scope="col">
                  {t(`shell.role.${role}`)}
                  {role === viewer.role && (
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
                {ROLES.map((role) => {
                  const level = levelOf(role, noun);
                  const Icon = icons[level];
                  return (
                    <td key={role}>
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
    </section>
  );
}

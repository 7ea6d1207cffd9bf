import { useMemo } from "react";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { useViewer } from "../../../session/viewer.js";
import type { GridColumn } from "../../../ui/grid/columns/column.js";
import { type AccessChange } from "./AccessDialog.js";
import classes from "./PeopleList.module.css";
import { PersonBadge } from "./PersonBadge.js";
import { PersonRowMenu } from "./PersonRowMenu.js";
import { type PasswordLink, type Person } from "./personEdits.js";
import { RoleMenu } from "./RoleMenu.js";

interface PeopleColumnsOptions {
  onLink: (link: PasswordLink) => void;
  /** Asks for the password of the viewer, whose own link needs it. */
  onOwnLink: (person: Person) => void;
  /** Asks whether to change the access of a person. */
  onChange: (change: AccessChange) => void;
}

/** The columns of the people with access; the last one holds what can be done with a person. */
export function usePeopleColumns(options: PeopleColumnsOptions): GridColumn<Person>[] {
  const { onLink, onOwnLink, onChange } = options;
  const t = useT();
  const format = useFormat();
  const viewer = useViewer();
  return useMemo(
    (): GridColumn<Person>[] => [
      {
        id: "name",
        header: t("field.name"),
        width: 180,
        hideable: false,
        narrow: "title",
        cell: ({ id, name }) => (
          <>
            {name}
            {id === viewer.id && <span className={classes.you}>{t("settings.youHere")}</span>}
          </>
        ),
      },
      {
        id: "email",
        header: t("field.email"),
        width: 240,
        narrow: "detail",
        cell: (person) => person.email,
      },
      {
        id: "role",
        header: t("settings.role"),
        width: 160,
        narrow: "detail",
        cell: (person) => <RoleMenu person={person} onConfirm={onChange} />,
      },
      {
        id: "state",
        header: t("settings.state"),
        width: 160,
        narrow: "end",
        cell: (person) => <PersonBadge person={person} />,
      },
      {
        id: "seen",
        header: t("settings.seen"),
        width: 140,
        cell: ({ lastSeenAt }) =>
          lastSeenAt ? (
            <time dateTime={lastSeenAt} title={format.dateTime(lastSeenAt)}>
              {format.relative(lastSeenAt)}
            </time>
          ) : (
            t("settings.never")
          ),
      },
      {
        id: "menu",
        header: t("settings.actions"),
        width: 84,
        hideable: false,
        narrow: "end",
        cell: (person) => (
          <PersonRowMenu
            person={person}
            onLink={onLink}
            onOwnLink={() => onOwnLink(person)}
            onConfirm={onChange}
          />
        ),
      },
    ],
    [t, format, viewer.id, onLink, onOwnLink, onChange],
  );
}

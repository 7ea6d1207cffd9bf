import { type ReactNode, useMemo } from "react";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { BoundedGrid } from "../../../ui/grid/BoundedGrid.js";
import type { GridColumn } from "../../../ui/grid/columns/column.js";
import { KeyBadge } from "./KeyBadge.js";
import classes from "./KeyList.module.css";
import type { Key } from "./keyEdits.js";

interface KeyListProps {
  keys: readonly Key[];
  loading: boolean;
  /** Stands where there is no key. */
  empty: ReactNode;
  onOpen: (key: Key) => void;
}

/** The keys, those that work first. */
export function KeyList({ keys, loading, empty, onOpen }: KeyListProps) {
  const t = useT();
  const format = useFormat();
  const columns = useMemo(
    (): GridColumn<Key>[] => [
      {
        id: "name",
        header: t("field.name"),
        width: 160,
        hideable: false,
        narrow: "title",
        cell: ({ name }) => name,
      },
      {
        id: "state",
        header: t("settings.state"),
        width: 110,
        narrow: "end",
        cell: (key) => <KeyBadge apiKey={key} />,
      },
      {
        id: "prefix",
        header: t("settings.prefix"),
        width: 180,
        narrow: "detail",
        cell: ({ prefix }) => <code className={classes.code}>{prefix}…</code>,
      },
      {
        id: "scopes",
        header: t("settings.scopes"),
        width: 220,
        cell: ({ scopes }) => <span title={scopes.join("\n")}>{scopes.join(", ")}</span>,
      },
      {
        id: "createdBy",
        header: t("settings.maker"),
        width: 130,
        cell: ({ createdBy }) => createdBy?.name,
      },
      {
        id: "expires",
        header: t("settings.expires"),
        width: 110,
        cell: ({ expiresAt }) => (expiresAt ? format.date(expiresAt) : t("settings.never")),
      },
      {
        id: "used",
        header: t("settings.lastUsed"),
        width: 130,
        narrow: "detail",
        cell: ({ lastUsedAt }) =>
          lastUsedAt ? (
            <time dateTime={lastUsedAt} title={format.dateTime(lastUsedAt)}>
              {format.relative(lastUsedAt)}
            </time>
          ) : (
            t("settings.neverUsed")
          ),
      },
    ],
    [t, format],
  );
  return (
    <BoundedGrid
      label={t("settings.section.keys")}
      columns={columns}
      rows={keys}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      loading={loading}
      onOpen={onOpen}
      empty={empty}
    />
  );
}

import { Button } from "@mantine/core";
import { useCallbackRef } from "@mantine/hooks";
import { useMemo } from "react";
import { Link } from "react-router";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import type { GridColumn } from "../../ui/grid/columns/column.js";
import { type DeletedRecord, definitionOf } from "./deletedRecords.js";

/** The columns of the trash. */
export function useTrashColumns(
  restore: (record: DeletedRecord) => void,
): GridColumn<DeletedRecord>[] {
  const t = useT();
  const format = useFormat();
  // The columns are not built anew for an action that is a new function each time.
  const onRestore = useCallbackRef(restore);
  return useMemo((): GridColumn<DeletedRecord>[] => {
    const kindOf = (record: DeletedRecord) => t(`trash.type.${definitionOf(record).type}`);
    return [
      {
        id: "name",
        header: t("field.name"),
        width: 280,
        hideable: false,
        narrow: "title",
        cell: (record) => {
          const name = record.name ?? kindOf(record);
          // The page of a deleted customer offers to restore it as well.
          return record.recordType === "CUSTOMER" ? (
            <Link to={paths.customer(record.id)}>{name}</Link>
          ) : (
            name
          );
        },
      },
      { id: "type", header: t("trash.type"), width: 150, narrow: "detail", cell: kindOf },
      {
        id: "customer",
        header: t("trash.customer"),
        width: 240,
        narrow: "detail",
        cell: ({ customer }) =>
          customer && <Link to={paths.customer(customer.id)}>{customer.displayName}</Link>,
      },
      {
        id: "deleted",
        header: t("trash.deletedAt"),
        width: 170,
        narrow: "detail",
        cell: ({ deletedAt }) => format.dateTime(deletedAt),
      },
      {
        id: "restore",
        header: "",
        width: 130,
        hideable: false,
        narrow: "end",
        cell: (record) => (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t("trash.restoreOne", { name: record.name ?? kindOf(record) })}
            onClick={() => onRestore(record)}
          >
            {t("trash.restore")}
          </Button>
        ),
      },
    ];
  }, [t, format, onRestore]);
}

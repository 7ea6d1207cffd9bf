import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useT } from "../../i18n/useT.js";
import type { GridColumn } from "../../ui/grid/columns/column.js";
import { type RowAction, RowMenu } from "../../ui/overlays/RowMenu.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";
import { StatusMenu } from "../../ui/values/StatusMenu.js";
import type { RecordOperations, Stored } from "../defineOperations.js";
import { useFieldContext } from "../fields/useFieldContext.js";
import type { RecordStatus } from "../recordStatus.js";
import { StatusBadge } from "../StatusBadge.js";
import { useRecordMutations } from "../useRecordMutations.js";
import type { ListColumn } from "./listColumns.js";
import { useListColumns } from "./useListColumns.js";

interface RecordColumnsOptions<
  Row extends Listed,
  SortField extends string,
  Full extends Listed,
  Listed extends Stored,
  Values extends object,
  Create,
  Loaded,
  Shown extends string,
  Word extends Shown,
> {
  operations: RecordOperations<Full, Listed, Values, Create, Loaded>;
  customerId: string;
  columns: readonly ListColumn<Row, SortField>[];
  status: RecordStatus<Row, Values, Shown, Word>;
  actions?: (record: Row) => readonly RowAction[];
  mayWrite: boolean;
  onEdit: (id: string) => void;
}

/** The columns of a list of records as the grid takes them, with the menu of each row at the end. */
export function useRecordColumns<
  Row extends Listed,
  SortField extends string,
  Full extends Listed,
  Listed extends Stored,
  Values extends object,
  Create,
  Loaded,
  Shown extends string,
  Word extends Shown,
>(
  options: RecordColumnsOptions<Row, SortField, Full, Listed, Values, Create, Loaded, Shown, Word>,
): GridColumn<Row>[] {
  const { operations, customerId, columns, status, actions, mayWrite, onEdit } = options;
  const t = useT();
  const context = useFieldContext();
  const attempt = useAttempt();
  const mutations = useRecordMutations(operations, customerId);

  const statusCell = (record: Row) => {
    const name = operations.name(record, context);
    const shown = status.shown(record);
    const nameOf = status.option ?? status.label;
    return (
      <StatusMenu
        label={t("record.changeStatus", { name, status: status.label(t, shown) })}
        options={(mayWrite ? status.next(record) : []).map((next) => ({
          value: next,
          label: nameOf(t, next, record),
        }))}
        onChoose={(next) =>
          void attempt(() => mutations.patch(record, status.before(record), status.change(next)))
        }
      >
        <StatusBadge status={status} value={shown} />
      </StatusMenu>
    );
  };

  const menu: GridColumn<Row> = {
    id: "menu",
    header: "",
    width: 44,
    hideable: false,
    cell: (record) => (
      <RowMenu
        label={t("ui.moreFor", { name: operations.name(record, context) })}
        actions={[
          ...(actions?.(record) ?? []),
          {
            label: t("ui.edit"),
            icon: <IconPencil size={15} />,
            onClick: () => onEdit(record.id),
          },
          {
            label: t("ui.delete"),
            icon: <IconTrash size={15} />,
            destructive: true,
            onClick: () => void mutations.remove(record),
          },
        ]}
      />
    ),
  };

  const listed = useListColumns(columns, statusCell);
  return mayWrite ? [...listed, menu] : listed;
}

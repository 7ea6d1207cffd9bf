import { IconPencil, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useT } from "../../i18n/useT.js";
import { useMay } from "../../session/viewer.js";
import type { GridColumn } from "../../ui/grid/columns/column.js";
import { type RowAction, RowMenu } from "../../ui/overlays/RowMenu.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";
import { StatusMenu } from "../../ui/values/StatusMenu.js";
import type { RecordOperations, Stored } from "../defineOperations.js";
import { useFieldContext } from "../fields/useFieldContext.js";
import type { RecordStatus } from "../recordStatus.js";
import { StatusBadge } from "../StatusBadge.js";
import { useRecordMutations } from "../useRecordMutations.js";

/** The cell of a record's status, with a menu of what may follow, and the menu at the end of each row. */
export function useRecordCells<
  Row extends Listed,
  Full extends Listed,
  Listed extends Stored,
  Values extends object,
  Create,
  Loaded,
  Shown extends string,
  Word extends Shown,
>(options: {
  operations: RecordOperations<Full, Listed, Values, Create, Loaded>;
  customerId: string;
  status: RecordStatus<Row, Values, Shown, Word>;
  actions: ((record: Row) => readonly RowAction[]) | undefined;
  onEdit: (id: string) => void;
}): { status: (record: Row) => ReactNode; menu: GridColumn<Row> } {
  const { operations, customerId, status, actions, onEdit } = options;
  const mayWrite = useMay(operations.write);
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

  return { status: statusCell, menu };
}

import type { RowAction } from "../../ui/overlays/RowMenu.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import type { RecordOperations, Stored } from "../defineOperations.js";
import { useFieldContext } from "../fields/useFieldContext.js";
import type { RecordStatus } from "../recordStatus.js";
import { CustomerList, type CustomerListProps } from "./CustomerList.js";
import { useRecordCells } from "./useRecordCells.js";

/** A customer's records of one kind: filters over a grid that sorts, opens, changes and deletes them. */
export function RecordList<
  Data,
  Node extends { id: string },
  Row extends Listed,
  Filter,
  SortField extends string,
  Choice extends string,
  Metrics,
  Full extends Listed,
  Listed extends Stored,
  Values extends object,
  Create,
  Loaded,
  Shown extends string,
  Word extends Shown,
>(
  props: CustomerListProps<Data, Node, Row, Filter, SortField, Choice, Metrics> & {
    operations: RecordOperations<Full, Listed, Values, Create, Loaded>;
    /** Where a record stands, for the column whose cell is "status". */
    status: RecordStatus<Row, Values, Shown, Word>;
    /** What can be done with a row besides editing and deleting it. */
    actions?: (record: Row) => readonly RowAction[];
  },
) {
  const { operations, customerId, status, actions } = props;
  const context = useFieldContext();
  const { open: onEdit } = useDrawerParam(props.drawers.edit);
  const cells = useRecordCells({ operations, customerId, status, actions, onEdit });
  return (
    <CustomerList
      {...props}
      {...cells}
      rowName={(record) => operations.name(record, context)}
      write={operations.write}
    />
  );
}

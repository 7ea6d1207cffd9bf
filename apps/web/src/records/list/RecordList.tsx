import { useMay } from "../../session/viewer.js";
import type { RowAction } from "../../ui/overlays/RowMenu.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import type { RecordOperations, Stored } from "../defineOperations.js";
import { useFieldContext } from "../fields/useFieldContext.js";
import type { RecordStatus } from "../recordStatus.js";
import { CustomerList, type CustomerListProps } from "./CustomerList.js";
import { type ListColumn, sortsOf } from "./listColumns.js";
import { useRecordColumns } from "./useRecordColumns.js";

interface RecordListProps<
  Data,
  Node extends { id: string },
  Row extends Listed,
  Filter,
  SortField extends string,
  Full extends Listed,
  Listed extends Stored,
  Values extends object,
  Create,
  Loaded,
  Shown extends string,
  Word extends Shown,
> extends CustomerListProps<Data, Node, Row, Filter, SortField> {
  operations: RecordOperations<Full, Listed, Values, Create, Loaded>;
  columns: readonly ListColumn<Row, SortField>[];
  /** Where a record stands, for the column whose cell is "status". */
  status: RecordStatus<Row, Values, Shown, Word>;
  /** What can be done with a row besides editing and deleting it. */
  actions?: (record: Row) => readonly RowAction[];
}

/** A customer's records of one kind: filters over a grid that sorts, opens, changes and deletes them. */
export function RecordList<
  Data,
  Node extends { id: string },
  Row extends Listed,
  Filter,
  SortField extends string,
  Full extends Listed,
  Listed extends Stored,
  Values extends object,
  Create,
  Loaded,
  Shown extends string,
  Word extends Shown,
>(
  props: RecordListProps<
    Data,
    Node,
    Row,
    Filter,
    SortField,
    Full,
    Listed,
    Values,
    Create,
    Loaded,
    Shown,
    Word
  >,
) {
  const { operations, columns } = props;
  const context = useFieldContext();
  const mayWrite = useMay(operations.write);
  const form = useDrawerParam(props.drawers.edit);
  return (
    <CustomerList
      {...props}
      columns={useRecordColumns({ ...props, mayWrite, onEdit: form.open })}
      sorts={sortsOf(columns)}
      rowName={(record) => operations.name(record, context)}
      mayWrite={mayWrite}
    />
  );
}

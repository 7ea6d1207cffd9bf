import type { RecordType } from "@clientela/shared/records/recordActions";
import type { Sql } from "sql-template-tag";
import type { StoredRecord } from "../types/record.js";

/** How records of a kind are found by text; `r` is its row in SQL. */
export interface SearchKind {
  recordType: RecordType;
  type: new () => StoredRecord;
  /** What people call it. */
  title: Sql;
  /** Folded titles in collation "C", each with an index of the live rows, or of those that meet its condition. */
  prefixKeys: readonly { key: Sql; where?: Sql }[];
  /** All that is searched, folded, with an index of trigrams. */
  text: Sql;
  /** What is searched besides the title, each of which may be null. */
  details: readonly Sql[];
  /** The id of its owner; by default `r.customer_id`. */
  parentId?: Sql;
}

import type { RecordTypeWith } from "@clientela/shared/records/recordActions";
import type { MatchKey } from "@clientela/shared/sheets/sheet";
import { raw, type Sql } from "sql-template-tag";
import type { Context } from "../context.js";
import { columnsOf, tableOf } from "../database/columns.js";
import type { Db } from "../database/db.js";
import type { StoredRecord } from "../types/record.js";

/** One way in which a row finds its record. */
export interface MatchStrategy {
  /** Left out where it is tried whatever a person chose, as by a record's own id. */
  matchKey?: MatchKey;
  /** The keys of staged rows that it goes by: a row that has none of them finds nothing. */
  keys: readonly string[];
  /**
   * Selects `line` and `id` from the staged rows `s`; `alone` says that it is the only way tried. `remaining`
   * are the staged rows that no earlier way found a record for.
   */
  find(alone: boolean, remaining: Sql): Sql;
  /**
   * Whether `find` selects a third column, `doubt`: null where the record is certain, else the code of why it
   * may be another one. A row whose records are all doubtful waits for a decision.
   */
  mayDoubt?: boolean;
}

/** Keys that no two rows may share. */
export interface UniqueInFile {
  keys: readonly string[];
  /** Compares only rows that found no record; the first key is one that all rows have, and missing others are equal. */
  amongNew?: boolean;
  /** With `amongNew`: keys that must be present. */
  given?: readonly string[];
  /** With `amongNew`: only a row that has none of these repeats another, preferably one that has some. */
  without?: readonly string[];
  /** Where the key is a JSON array of objects: what an object `x.item` is compared by. Rows that share one repeat each other. */
  each?: string;
  /**
   * A second place of the same keys, in their order: a value in the one place and in the other is the same. Values that
   * no row has in the second place are left to a set of the first place alone.
   */
  otherPlace?: readonly string[];
  /** The error of a later row where that is a mistake, and not the same record once more. */
  mistake?: { field: string; code: string };
  /** With `otherPlace`: when it is a mistake, over the row `s` and the earlier row `g`, and the field of the second place. */
  mistakeInPlaces?: { when: string; otherField: string };
}

/** A way in which a row finds the record that it belongs to, by one key of staged rows. */
export interface ParentWay {
  key: string;
  /** Selects `line` and `id` from `rows`, which are staged ones. */
  find(rows: Sql): Sql;
}

/** What a row may not say of another record than the one that it belongs to. */
export interface ParentAgreement extends ParentWay {
  /** The sheet's field that is meant. */
  field: string;
  /** Whether the row `s` says it of the record `o`. */
  same: Sql;
}

/** The record that rows of a kind belong to. */
export interface RowParent {
  /** Its table. */
  table: string;
  /** The keys by which a row names it, with the sheet's fields that they come from. */
  keys: Readonly<Record<string, string>>;
  /** The first that finds any decides. */
  matchStrategies: readonly ParentWay[];
  agrees: readonly ParentAgreement[];
  /** What a person knows a record `o` by. */
  label: string;
}

/** Something that a row `s` may not ask of a record `c` that is there already, over its values `v`. */
export interface Refusal {
  /** The sheet's field that is meant. */
  field: string;
  code: string;
  when: string;
  /** Whether it counts for a row that makes a record too; `c` is null there. */
  ofNew?: boolean;
  /** A key of staged rows without which a row that makes a record is never refused. */
  key?: string;
  /** What the message names: parameter -> expression. */
  params?: Readonly<Record<string, string>>;
}

/** Something that one record alone can have. */
export interface OwnedKey {
  /** The sheet's field that is meant. */
  field: string;
  code: string;
  /** Whose rule says whether a row writes it. */
  column: string;
  /** The columns that are written with it, where these are not `column` and those that follow it. */
  columns?: readonly string[];
  /** Whether only rows that make a record write it. */
  ofNew?: boolean;
  /**
   * Whether `find` selects records that are not deleted. A row that means another one is undecided then, and whatever
   * is decided, the record that has the key keeps it; otherwise the row is refused.
   */
  isLive?: boolean;
  /**
   * Whether a row may have several, which are a part of its record: those that no other record has are written, and
   * `find` also selects the sheet's field that each comes from.
   */
  isOneOfSeveral?: boolean;
  /** Selects `line`, and the `id` and name of the record that has it, from the staged rows `s`. */
  find: Sql;
}

/** A part of a record in a table of its own, such as ids in other systems. */
export interface RowPart {
  table: string;
  /** Whether columns that go to these fields of the sheet say anything of it; always where it is missing. */
  isGivenBy?(fields: readonly string[]): boolean;
  /** Key and value of the change that a row makes to it, from staged rows `s`, records `c` and the `rules`. */
  change: Sql;
  /** The change, as JSON text, that the history has for a new record, from its row `r` of the file and `p` of the plan. */
  created?: string;
  /** Writes what rows `p` of the plan, with their cells in `r`, say of it; `within` names the rows. */
  add(within: Sql, context: Context): Sql;
  /** Selects the lines of rows `p` of the plan that make records with what another record has by now. */
  taken?(within: Sql): Sql;
  /** Takes it from records `u` that a row changed and that are changed back. */
  remove?: Sql;
  /** Ends it before the records of rows `u` of the plan are deleted, where it does not go with them. */
  beforeDelete?(deleted: Sql, context: Context): Sql;
}

/**
 * How rows that each say a part of one record, such as a line of an invoice, become that record. A row's part
 * is `part` in its values; the first row of the record gets all of them as `parts` and what they come to, and the
 * further ones `part_of`, the first one's line.
 */
export interface Gathering {
  /** What rows of one record have in common, over the values `v` of a row. */
  together: readonly string[];
  /** What the parts come to: a JSON object of values, as an expression over `parts`, the JSON array of them. */
  sums: string;
  /** Those of its values that no row of a file gives by itself. */
  onlySums: readonly string[];
  /** What further rows may leave blank, and not say otherwise: names of values. */
  same: readonly string[];
  /** What counts of the first row alone; where further ones differ, a warning says so: name of a value -> the sheet's field. */
  ofFirst: Readonly<Record<string, string>>;
}

/**
 * What rows are proposed to be entered against besides their own record, such as the open invoices that a payment
 * settles. Uncertain proposals wait for a decision, as rows do that may mean several records.
 */
export interface RowProposals {
  /**
   * Fills the temporary table `proposed` for the staged rows that have no record yet, and says in `staged` to whom each
   * belongs.
   */
  propose(db: Db, importId: string): Promise<void>;
  /** Whether a record that nobody proposed may be chosen for a row. */
  accepts(db: Db, recordId: string): Promise<boolean>;
}

/** How rows of a sheet become records of a table. */
export interface ImportTable {
  type: new () => StoredRecord;
  /** What the history calls it. */
  recordType: RecordTypeWith<"created" | "updated" | "purged">;
  /** What rows write: property -> type of its column. */
  writes: Readonly<Record<string, string>>;
  /** The column of who looks after a record, which whoever does not see all records gets of those that they make. */
  ownerColumn?: string;
  /** Columns that follow the rule that a person sets for another one, which may follow a third. */
  follows?: Readonly<Record<string, string>>;
  /**
   * Columns that only a new record gets from its row, with their type and expression over `v`; `isKept` says of
   * which rows `p` of the plan the row's own value is written, of all where it is missing.
   */
  onCreate?: Readonly<Record<string, { type: string; value: string; isKept?: string }>>;
  /** Column -> expression over `v` where a new record needs more than the row's value. */
  defaults?: Readonly<Record<string, string>>;
  /**
   * Columns whose value in a record that is there depends on what it has: column -> the value after the row, an
   * expression over its values `v`, the record `c`, and the rules `rules.by_column`. It is the record's own where the
   * row has no value.
   */
  results?: Readonly<Record<string, string>>;
  /** A column that is true for one record of an owner at most: it is given up before it is taken. */
  exclusiveFlag?: string;
  /** Assignments next to those of `writes` when a row changes a record `c` as its plan `p` says. */
  alsoOnUpdate?: string;
  /** The same when that is taken back. */
  alsoOnUndo?: string;
  /** What staged rows are found and compared by: name -> text, from `r."values"`. */
  keys: Readonly<Record<string, Sql>>;
  matchStrategies: readonly MatchStrategy[];
  /** What a person recognises a record `o` by, as an expression. */
  label: string;
  /** A doubt that needs no decision where the row would change nothing. */
  harmlessDoubt?: string;
  noRepeats: readonly UniqueInFile[];
  /** Keys that a way looks for in other staged rows too. */
  competingKeys?: readonly (readonly string[])[];
  refusals?: readonly Refusal[];
  /** Columns of which a new record should have one at least, and the warning where its row has none. */
  newShouldHave?: { anyOf: readonly string[]; code: string };
  /** What another record may have already, whatever way the row was found by. */
  owned?: readonly OwnedKey[];
  /** Done before rows `p` of the plan, with their cells in `r`, make records; `within` names the rows. */
  beforeCreate?(within: Sql): Sql;
  parent?: RowParent;
  /** The most records that an owner has, where the database refuses more. */
  most?: number;
  parts?: readonly RowPart[];
  proposals?: RowProposals;
  /** Done before rows `u` of the plan are taken back; locks what that changes, in the order in which others do. */
  beforeUndo?(within: Sql): Sql;
  /** How several rows become one record. */
  gathering?: Gathering;
}

/** A column that rows write. */
export interface WrittenColumn {
  property: string;
  column: string;
  type: string;
}

/** What the history calls a column. */
export const propertyOf = ({ type }: ImportTable, column: string): string =>
  columnsOf(type).find((one) => one.column === column)?.property ?? column;

/** The columns that rows write, in the entity's order. */
export function writtenColumns({ type, writes }: ImportTable): WrittenColumn[] {
  return columnsOf(type).flatMap(({ property, column }) => {
    const sqlType = writes[property];
    return sqlType === undefined ? [] : [{ property, column, type: sqlType }];
  });
}

/** Names and types for `jsonb_to_record(…) AS v (…)`: all that a row can say. */
export function recordColumns(table: ImportTable): Sql {
  const extra = Object.entries(table.onCreate ?? {}).map(([column, { type }]) => ({
    column,
    type,
  }));
  return raw(
    [...writtenColumns(table), ...extra]
      .map(({ column, type }) => `"${column}" ${type}`)
      .join(", "),
  );
}

/** The name of the records' table, quoted. */
export const quotedTable = ({ type }: ImportTable): Sql => raw(`"${tableOf(type)}"`);

/** Plan rows of an import from one line to another that are still to be done. */
export interface PlanRange {
  importId: string;
  from: number;
  to: number;
}

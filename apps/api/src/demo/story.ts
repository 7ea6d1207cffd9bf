import { after } from "./calendar.js";
import type { Random } from "./random.js";

/** One field before and after, as the history keeps it. */
export interface Change {
  field: string;
  old: Value;
  new: Value;
}

/** A value as JSON carries it to a column. */
export type Value = string | number | boolean | null | readonly string[] | readonly Change[];

/** A row by the names of its properties, as the entities have them. */
export type Row = Record<string, Value>;

/** Someone of the organisation. */
export interface Person {
  id: string;
  name: string;
}

/** A kind of record: its table, and what the history calls it. */
export interface Kind {
  table: string;
  type: string;
}

/** When something was done, and by whom. */
export interface Moment {
  at: string;
  by: Person;
}

// What the history does not record of a new record, as in every write of the application.
const EXCLUDED_FIELDS = new Set([
  "id",
  "createdAt",
  "createdById",
  "updatedAt",
  "version",
  "deletedAt",
]);

/** Gathers rows table by table, and the history of how they came to be. */
export class Story {
  readonly rows = new Map<string, Row[]>();
  private readonly first = new Map<Row, Change[]>();

  constructor(private readonly random: Random) {}

  /** A row without a history of its own: a document's line, an id in another system. */
  put(table: string, row: Row): void {
    const rows = this.rows.get(table) ?? [];
    this.rows.set(table, rows);
    rows.push(row);
  }

  /** A new record, and the entry that tells of it; `id` where it cannot be any. */
  create(kind: Kind, moment: Moment, values: Row, id = this.random.id(moment.at)): Row {
    const row: Row = { id, ...values, createdAt: moment.at, updatedAt: moment.at, version: 1 };
    this.put(kind.table, row);
    const changes: Change[] = Object.entries(values)
      .filter(([field, value]) => value !== null && !EXCLUDED_FIELDS.has(field))
      .map(([field, value]) => ({ field, old: null, new: value }));
    this.first.set(row, changes);
    this.tell(kind, row, moment, "created", changes);
    return row;
  }

  /** A later change of a record, and the entry that tells of it. */
  update(kind: Kind, { at: wanted, by }: Moment, row: Row, values: Row): void {
    const at = after(wanted, String(row.updatedAt));
    const changes = Object.entries(values).map(([field, value]) => ({
      field,
      old: row[field] ?? null,
      new: value,
    }));
    Object.assign(row, values, { updatedAt: at, version: Number(row.version) + 1 });
    this.tell(kind, row, { at, by }, "updated", changes);
  }

  /** The entry that the customer's own history has for a note about it. */
  note(kind: Kind, moment: Moment, row: Row, note: string): void {
    this.tell(kind, row, moment, "note_added", [], note);
  }

  /** Numbers the records of a table, and their histories, in the order in which they were made. */
  number(table: string, prefix: string, start: number, which: (row: Row) => boolean = () => true) {
    const rows = (this.rows.get(table) ?? []).filter(which);
    rows.sort((a, b) => (String(a.createdAt) < String(b.createdAt) ? -1 : 1));
    rows.forEach((row, index) => {
      row.number = `${prefix}${String(start + index).padStart(6, "0")}`;
      this.first.get(row)?.unshift({ field: "number", old: null, new: row.number });
    });
    return rows.length;
  }

  private tell(
    kind: Kind,
    row: Row,
    { at, by }: Moment,
    action: string,
    changes: readonly Change[],
    note: string | null = null,
  ): void {
    this.put("activity", {
      id: this.random.id(at),
      customerId: row.customerId ?? row.id ?? null,
      recordType: kind.type,
      recordId: row.id ?? null,
      action,
      actorKind: "USER",
      actorId: by.id,
      actorName: by.name,
      changes,
      note,
      createdAt: at,
    });
  }
}

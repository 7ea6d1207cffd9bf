import type { Sql } from "sql-template-tag";
import { columnsOf, selectList } from "../database/columns.js";

type Entity<Row extends object> = new () => Row;
type OfOneType<Row extends object> = Map<string, ColumnSelection<Row>>;

const MAX_KNOWN = 500;
const known = new Map<unknown, OfOneType<object>>();

/** The columns of an entity that a statement selects; reading any other property of its rows throws. */
export class ColumnSelection<Row extends object> {
  private list: { alias: string; columns: Sql } | undefined;

  private constructor(
    private readonly type: Entity<Row>,
    /** The class that the rows are instances of. */
    readonly prototype: Row,
    private readonly properties?: ReadonlySet<string>,
    /** The selected properties as one text; empty for all. */
    private readonly key = "",
  ) {}

  /** Every column. */
  static all<Row extends object>(type: Entity<Row>): ColumnSelection<Row> {
    return new ColumnSelection(type, type.prototype);
  }

  /** The columns of some properties, the id always among them. */
  static of(type: Entity<object>, properties: Iterable<string>): ColumnSelection<object> {
    const chosen = new Set(["id", ...properties]);
    const ofType: OfOneType<object> = known.get(type) ?? new Map();
    known.set(type, ofType);
    const key = [...chosen].sort().join();
    const before = ofType.get(key);
    if (before) return before;
    if (ofType.size >= MAX_KNOWN) ofType.clear();
    const columns = new ColumnSelection(type, prototypeWith(type, chosen), chosen, key);
    ofType.set(key, columns);
    return columns;
  }

  /** The select list: `r.legal_name AS "legalName", …`. */
  selectList(alias: string): Sql {
    if (this.list?.alias !== alias)
      this.list = { alias, columns: selectList(this.type, alias, this.properties) };
    return this.list.columns;
  }

  /** Distinguishes loads of different columns. */
  toJSON(): string {
    return this.key;
  }
}

function prototypeWith(type: Entity<object>, chosen: ReadonlySet<string>): object {
  const left = columnsOf(type).filter(({ property }) => !chosen.has(property));
  const unread = ({ property }: { property: string }) => ({
    get: () => {
      throw new Error(
        `${type.name}.${property} is read by a field that does not say that it needs it`,
      );
    },
  });
  return Object.create(
    type.prototype,
    Object.fromEntries(left.map((column) => [column.property, unread(column)])),
  );
}

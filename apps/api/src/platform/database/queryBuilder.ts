import type { Sql } from "sql-template-tag";
import type { InsertResult, ObjectLiteral, UpdateResult } from "typeorm";
import type { QueryDeepPartialEntity } from "typeorm/query-builder/QueryPartialEntity.js";
import { columnsOf } from "./columns.js";
import type { Db } from "./db.js";

/** A condition in SQL as `where` and `andWhere` of a QueryBuilder take it: its values become named parameters. */
export function conditionOf({ strings, values }: Sql): [text: string, parameters: ObjectLiteral] {
  const text = strings.reduce((before, next, index) => `${before}:condition${index - 1}${next}`);
  return [
    text,
    Object.fromEntries(values.map((value, index) => [`condition${index}`, value] as const)),
  ];
}

// Rows are returned with the entity's properties as their keys, so that nothing has to be mapped.
const returningList = (type: new () => object): string =>
  columnsOf(type)
    .map(({ property, column }) => `"${column}" AS "${property}"`)
    .join(", ");

function writtenRow<Row extends object>(type: new () => Row, rows: readonly Row[]): Row | null {
  const [row] = rows;
  return row ? Object.setPrototypeOf(row, type.prototype) : null;
}

/** Inserts a row of an entity with the given properties; the others get the column's default. */
export async function insertRow<Row extends object>(
  { manager }: Db,
  type: new () => Row,
  values: Partial<Row>,
): Promise<Row> {
  const inserted: InsertResult = await manager
    .createQueryBuilder()
    .insert()
    .into(type, Object.keys(values))
    .values(values as QueryDeepPartialEntity<Row>)
    .returning(returningList(type))
    .updateEntity(false)
    .execute();
  const row = writtenRow(type, inserted.raw);
  if (!row) throw new Error("an insert returned no row");
  return row;
}

/** Updates the row with the given properties and its version; null if there is none. */
export async function updateRow<Row extends object>(
  { manager }: Db,
  type: new () => Row,
  where: Partial<Row>,
  values: Partial<Row>,
): Promise<Row | null> {
  const updated: UpdateResult = await manager
    .createQueryBuilder()
    .update(type)
    .set(values as QueryDeepPartialEntity<Row>)
    .where(where)
    .returning(returningList(type))
    .updateEntity(false)
    .execute();
  return writtenRow(type, updated.raw);
}

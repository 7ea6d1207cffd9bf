import sql, { join } from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { Invalid } from "../../../platform/errors.js";
import { ColumnSelection } from "../../../platform/lists/columnSelection.js";
import type { SelectedColumns } from "../../../platform/performance/lookAhead.js";
import { Customer } from "../customer.entity.js";
import type { CustomerKey } from "../customer.input.js";
import { customersOfKeys, placedKey } from "./customerKeySql.js";

/** How many customers can be looked up at once. */
const MAX_LOOKED_UP = 1_000;

/**
 * The customers that keys name, in their order and in one statement, null for each that names none; of several with one
 * e-mail address, whose main one it is, then the oldest. Throws Invalid for more than 1,000 keys, and where one names no or several things.
 */
export async function findCustomersBy(
  context: Context,
  keys: readonly CustomerKey[],
  selection: SelectedColumns<Customer>,
): Promise<(Customer | null)[]> {
  if (keys.length > MAX_LOOKED_UP) {
    throw new Invalid([{ path: "keys", code: "too_many", params: { max: MAX_LOOKED_UP } }]);
  }
  if (keys.length === 0) return [];
  const placed = keys.map((key, place) => placedKey(key, place, `keys.${place}`));
  const columns = selection ?? ColumnSelection.all(Customer);
  const rows = await context.db.rowsOf<Customer, { place: number }>(
    columns,
    sql`
      SELECT f.place, ${columns.selectList("r")}
      FROM (${join(customersOfKeys(placed), " UNION ALL ")}) f
      JOIN customers r ON r.id = f.id WHERE r.deleted_at IS NULL`,
  );
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  return keys.map((_key, place) => byPlace.get(place) ?? null);
}

import { storedForm } from "@clientela/shared/values/textRules";
import sql, { join, type Sql } from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { Invalid } from "../../../platform/errors.js";
import { ColumnSelection } from "../../../platform/lists/columnSelection.js";
import type { SelectedColumns } from "../../../platform/performance/lookAhead.js";
import { customerIdWithEmail } from "../contact-points/contactPointSql.js";
import { Customer } from "../customer.entity.js";
import type { CustomerKey } from "../customer.input.js";
import { numberKey, taxIdKey } from "./customerByKey.js";

/** How many customers can be looked up at once. */
const MAX_LOOKED_UP = 1_000;

/** A key with its place among those given, as its statement compares it. */
interface PlacedKey {
  place: number;
  sort: "number" | "taxId" | "externalId" | "email";
  first: string;
  second: string;
}

function placedKey(key: CustomerKey, place: number): PlacedKey {
  const given = Object.values(key).filter((value) => value != null);
  if (given.length !== 1) throw new Invalid([{ path: `keys.${place}`, code: "exactly_one" }]);
  const { number, taxId, externalId, email } = key;
  if (number != null) return { place, sort: "number", first: numberKey(number), second: "" };
  if (taxId) {
    const [country = "", value = ""] = taxIdKey(taxId).split(" ", 2);
    return { place, sort: "taxId", first: country, second: value };
  }
  const { source = "", value = "" } = externalId ?? {};
  return email != null
    ? { place, sort: "email", first: email.trim(), second: "" }
    : { place, sort: "externalId", first: storedForm(source), second: storedForm(value) };
}

// The customer of one key `k`, as a single key finds it.
const FOUND: Readonly<Record<PlacedKey["sort"], Sql>> = {
  number: sql`
    SELECT coalesce(m.survivor_id, c.id) AS id FROM customers c LEFT JOIN merged_customers m ON m.id = c.id
    WHERE c.number = k.first`,
  taxId: sql`
    SELECT t.customer_id AS id FROM customer_tax_ids t WHERE t.country = k.first AND t.value = k.second`,
  externalId: sql`
    SELECT e.customer_id AS id FROM customer_external_ids e WHERE lower(e.source) = lower(k.first) AND e.external_id = k.second`,
  email: customerIdWithEmail(sql`k.first`),
};

const findings = (keys: readonly PlacedKey[]): Sql[] =>
  Object.entries(FOUND).flatMap(([sort, found]) => {
    const ofSort = keys.filter((key) => key.sort === sort);
    if (ofSort.length === 0) return [];
    const [places, firsts, seconds] = [
      ofSort.map(({ place }) => place),
      ofSort.map(({ first }) => first),
      ofSort.map(({ second }) => second),
    ];
    return [
      sql`
        SELECT k.place, f.id
        FROM unnest(${places}::int[], ${firsts}::text[], ${seconds}::text[]) AS k (place, first, second)
        CROSS JOIN LATERAL (${found}) f`,
    ];
  });

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
  const columns = selection ?? ColumnSelection.all(Customer);
  const rows = await context.db.rowsOf<Customer, { place: number }>(
    columns,
    sql`
      SELECT f.place, ${columns.selectList("r")}
      FROM (${join(findings(keys.map(placedKey)), " UNION ALL ")}) f
      JOIN customers r ON r.id = f.id WHERE r.deleted_at IS NULL`,
  );
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  return keys.map((_key, place) => byPlace.get(place) ?? null);
}

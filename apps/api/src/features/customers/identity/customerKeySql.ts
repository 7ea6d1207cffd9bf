import { storedForm } from "@clientela/shared/values/textRules";
import sql, { type Sql } from "sql-template-tag";
import { Invalid } from "../../../platform/errors.js";
import { parseId } from "../../../platform/graph/parseInput.js";
import { customerIdWithEmail } from "../contact-points/contactPointSql.js";
import type { CustomerKey } from "../customer.input.js";
import { numberKey, taxIdKey } from "./customerByKey.js";

/** A key with its place among those given, as its statement compares it. */
export interface PlacedKey {
  place: number;
  sort: "id" | "number" | "taxId" | "externalId" | "email";
  first: string;
  second: string;
}

/** A key with its place. Throws Invalid at `path` where it names no or several things. */
export function placedKey(
  key: CustomerKey & { id?: string | null },
  place: number,
  path: string,
): PlacedKey {
  const given = Object.values(key).filter((value) => value != null);
  if (given.length !== 1) throw new Invalid([{ path, code: "exactly_one" }]);
  const { id, number, taxId, externalId, email } = key;
  if (id != null) return { place, sort: "id", first: parseId(id, `${path}.id`), second: "" };
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
  id: sql`
    SELECT c.id FROM customers c WHERE c.id = k.first::uuid
    UNION ALL SELECT m.survivor_id FROM merged_customers m WHERE m.id = k.first::uuid`,
  number: sql`
    SELECT coalesce(m.survivor_id, c.id) AS id FROM customers c LEFT JOIN merged_customers m ON m.id = c.id
    WHERE c.number = k.first`,
  taxId: sql`
    SELECT t.customer_id AS id FROM customer_tax_ids t WHERE t.country = k.first AND t.value = k.second`,
  externalId: sql`
    SELECT e.customer_id AS id FROM customer_external_ids e WHERE lower(e.source) = lower(k.first) AND e.external_id = k.second`,
  email: customerIdWithEmail(sql`k.first`),
};

/** Selects `place` and `id` of the customers that keys name, for each sort of key; deleted ones as well. */
export const customersOfKeys = (keys: readonly PlacedKey[]): Sql[] =>
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

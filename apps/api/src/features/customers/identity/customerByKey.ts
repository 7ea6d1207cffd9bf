import { normaliseTaxId } from "@clientela/shared/customers/taxIdForms";
import sql from "sql-template-tag";
import { selectList } from "../../../platform/database/columns.js";
import { isOneOf } from "../../../platform/lists/keys.js";
import type { BatchLoader } from "../../../platform/readContext.js";
import { inOrder } from "../../../platform/request/loader.js";
import { Customer } from "../customer.entity.js";

/** A customer's number as it is stored. */
export const numberKey = (number: string): string => number.trim().toUpperCase();

/** Customers by number; the number of a merged customer resolves to the survivor. */
export const customerByNumber: BatchLoader<string, undefined, Customer | null> = async (
  numbers,
  _,
  { db },
) => {
  const rows = await db.rowsOf<Customer, { requested: string }>(
    Customer,
    sql`
      SELECT ${selectList(Customer, "r")}, r.number AS requested FROM customers r
      WHERE ${isOneOf(sql`r.number`, "text", numbers)} AND r.deleted_at IS NULL
      UNION ALL
      SELECT ${selectList(Customer, "r")}, o.number FROM public.customers o
      JOIN merged_customers m ON m.id = o.id JOIN customers r ON r.id = m.survivor_id
      WHERE ${isOneOf(sql`o.number`, "text", numbers)} AND r.deleted_at IS NULL`,
  );
  return inOrder<string, Customer & { requested: string }, null>(
    numbers,
    rows,
    ({ requested }) => requested,
    null,
  );
};

const keyOf = (country: string, value: string) => `${country} ${value}`;

/** A tax ID in any notation as a key of `customerByTaxId`. */
export const taxIdKey = ({ country, value }: { country: string; value: string }): string =>
  keyOf(country, normaliseTaxId(country, value));

/** Customers by tax ID. */
export const customerByTaxId: BatchLoader<string, undefined, Customer | null> = async (
  taxIds,
  _,
  { db },
) => {
  const parts = taxIds.map((taxId) => taxId.split(" ", 2));
  const rows = await db.rowsOf<Customer, { lookup: string }>(
    Customer,
    sql`
      SELECT ${selectList(Customer, "r")}, k.country || ' ' || k.value AS lookup
      FROM unnest(${parts.map(([country]) => country)}::text[], ${parts.map(([, value]) => value)}::text[]) k (country, value)
      JOIN customer_tax_ids t ON t.country = k.country AND t.value = k.value JOIN customers r ON r.id = t.customer_id
      WHERE r.deleted_at IS NULL`,
  );
  return inOrder<string, Customer & { lookup: string }, null>(
    taxIds,
    rows,
    ({ lookup }) => lookup,
    null,
  );
};

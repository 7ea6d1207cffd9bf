import { normaliseTaxId } from "@clientela/shared/taxIdForms";
import sql, { type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { selectList } from "../../platform/database/columns.js";
import { Invalid } from "../../platform/errors.js";
import { Customer } from "./customer.entity.js";
import type { CustomerKey } from "./customer.input.js";

const storedNumber = (number: string) => number.trim().toUpperCase();

function conditionOf(key: CustomerKey): Sql {
  const given = Object.entries(key).filter(([, value]) => value != null);
  if (given.length !== 1) throw new Invalid([{ path: "key", code: "exactly_one" }]);
  if (key.number != null) return sql`r.number = ${storedNumber(key.number)}`;
  if (key.email != null) return sql`lower(r.email) = lower(${key.email.trim()})`;
  if (key.taxId) {
    const { country, value } = key.taxId;
    return sql`r.tax_id_country = ${country} AND r.tax_id_value = ${normaliseTaxId(country, value)}`;
  }
  const { source = "", id = "" } = key.externalId ?? {};
  return sql`r.id = (
    SELECT e.customer_id FROM customer_external_ids e
    WHERE e.source = ${source.trim()} AND e.external_id = ${id.trim()})`;
}

/** The customer that a key names, or null, the number of one that was merged too; of several with one e-mail address, the oldest. */
export async function findCustomerBy(context: Context, key: CustomerKey): Promise<Customer | null> {
  const rows = await context.db.rowsOf(
    Customer,
    sql`
      SELECT ${selectList(Customer, "r")} FROM customers r
      WHERE r.deleted_at IS NULL AND ${conditionOf(key)} ORDER BY r.id LIMIT 1`,
  );
  return rows[0] ?? (key.number == null ? null : findByFormerNumber(context, key.number));
}

async function findByFormerNumber(context: Context, number: string): Promise<Customer | null> {
  const [row] = await context.db.rowsOf(
    Customer,
    sql`
      SELECT ${selectList(Customer, "r")} FROM customers o
      JOIN merged_customers m ON m.id = o.id JOIN customers r ON r.id = m.survivor_id
      WHERE o.number = ${storedNumber(number)} AND r.deleted_at IS NULL`,
  );
  return row ?? null;
}

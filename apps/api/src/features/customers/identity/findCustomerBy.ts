import { storedForm } from "@clientela/shared/values/textRules";
import sql, { type Sql } from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import { selectList } from "../../../platform/database/columns.js";
import { Invalid } from "../../../platform/errors.js";
import { customerIdWithEmail } from "../contact-points/contactPointSql.js";
import { Customer } from "../customer.entity.js";
import type { CustomerKey } from "../customer.input.js";
import { customerByNumber, customerByTaxId, numberKey, taxIdKey } from "./customerByKey.js";
import { readTaxId } from "./taxId.js";

function conditionOf({ email, externalId }: CustomerKey): Sql {
  if (email != null) return sql`r.id = (${customerIdWithEmail(sql`${email.trim()}::text`)})`;
  const { source = "", value = "" } = externalId ?? {};
  return sql`r.id = (
    SELECT e.customer_id FROM customer_external_ids e
    WHERE lower(e.source) = lower(${storedForm(source)}) AND e.external_id = ${storedForm(value)})`;
}

/**
 * The customer that a key names, or null; of several with one e-mail address, whose main one it is, then the oldest.
 * Throws Invalid where it names no or several things, or a tax ID whose form or check digits are wrong.
 */
export async function findCustomerBy(context: Context, key: CustomerKey): Promise<Customer | null> {
  const given = Object.values(key).filter((value) => value != null);
  if (given.length !== 1) throw new Invalid([{ path: "key", code: "exactly_one" }]);
  if (key.number != null) return context.load(customerByNumber, numberKey(key.number));
  if (key.taxId) {
    // A number with a wrong check digit is a typing error, and not one that nobody has yet.
    const read = readTaxId(key.taxId.country, key.taxId.value);
    if ("code" in read) throw new Invalid([{ path: "key.taxId.value", ...read }]);
    return context.load(customerByTaxId, taxIdKey(key.taxId));
  }
  const rows = await context.db.rowsOf(
    Customer,
    sql`
      SELECT ${selectList(Customer, "r")} FROM customers r
      WHERE r.deleted_at IS NULL AND ${conditionOf(key)} ORDER BY r.id LIMIT 1`,
  );
  return rows[0] ?? null;
}

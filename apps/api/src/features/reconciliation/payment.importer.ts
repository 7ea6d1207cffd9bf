import { paymentsSheet } from "@clientela/shared/payments/payments.sheet";
import { minorUnits } from "@clientela/shared/values/currencies";
import { fitsCurrency } from "@clientela/shared/values/decimalRules";
import { compare, negate } from "@clientela/shared/values/money";
import sql, { type Sql } from "sql-template-tag";
import type { Importer, ReadRow, RowIssue } from "../../platform/sheets/importer.js";
import { columnIn } from "../../platform/sheets/importRow.js";
import {
  customerParent,
  customerReferenceKeys,
  readRelated,
} from "../customers/spreadsheet/customerReference.js";
import {
  importedExternalIds,
  repeatedExternalId,
} from "../customers/spreadsheet/importExternalIds.js";
import { Payment } from "../payments/payment.entity.js";
import { importedAllocations, lockBeforePaying, lockBeforeUndo } from "./importedAllocations.js";
import { mayBePaid, proposePayments } from "./proposePayments.js";

const COLUMN_BY_FIELD: Readonly<Record<string, string>> = {
  paidOn: "paid_on",
  currency: "currency",
  reference: "reference",
  note: "note",
  method: "method",
};
const AMOUNTS = ["amount", "credit", "debit"] as const;

// CNPJ, CPF and NIF as banks write them into texts.
const TAX_IDS = [
  /(?<!\d)\d{2}\.?\d{3}\.?\d{3}\/?\d{4}-?\d{2}(?!\d)/g,
  /(?<!\d)\d{3}\.?\d{3}\.?\d{3}-?\d{2}(?!\d)/g,
  /(?<!\d)[1-9]\d{8}(?!\d)/g,
];

const taxIdsIn = (text: string): string[] => [
  ...new Set(
    TAX_IDS.flatMap((pattern) => text.match(pattern) ?? []).map((one) => one.replace(/\D/g, "")),
  ),
];

const issueOf = (field: string, code: string, params?: RowIssue["params"]): RowIssue => ({
  ...{ field, code, severity: "error" },
  ...(params && { params }),
});

/** The amount of a row without its sign, and which way it went; null, and an issue, where that is not clear. */
function readAmount(
  { fields }: ReadRow,
  issues: RowIssue[],
): { field: string; amount: string; direction: string } | null {
  const given = AMOUNTS.flatMap((field) => {
    const value = fields[field];
    return typeof value === "string" && compare(value, "0") !== 0 ? [{ field, value }] : [];
  });
  const [only, ...others] = given;
  if (!only || others.length > 0) {
    const isKnown = issues.some(({ field }) => AMOUNTS.some((one) => one === field));
    const field = only?.field ?? "amount";
    if (!isKnown) issues.push(issueOf(field, only ? "two_amounts" : "no_amount"));
    return null;
  }
  const { field, value } = only;
  const isBelowZero = compare(value, "0") < 0;
  const amount = isBelowZero ? negate(value) : value;
  if (field === "debit") return { field, amount, direction: "PAID" };
  const { direction } = fields;
  if (direction === "RECEIVED" && isBelowZero) {
    issues.push(issueOf("direction", "sign_contradicts"));
    return null;
  }
  const isPaid = isBelowZero || direction === "PAID";
  return { field, amount, direction: isPaid ? "PAID" : "RECEIVED" };
}

function readPayment(
  row: ReadRow,
  home: string,
  idSource: string | null,
): { values: Record<string, unknown>; issues: RowIssue[] } {
  const issues: RowIssue[] = [];
  const { fields, currencies = {} } = row;
  const values = readRelated(row, COLUMN_BY_FIELD, idSource);
  const read = readAmount(row, issues);
  const currency = fields.currency ?? Object.values(currencies)[0] ?? home;
  if (read && typeof currency === "string") {
    const { field, amount, direction } = read;
    if (!fitsCurrency(amount, currency)) {
      issues.push(issueOf(field, "too_many_decimals", { max: minorUnits(currency) }));
    }
    Object.assign(values, { amount, direction, currency });
  }
  const text = ["payer", "customerName", "note", "reference"]
    .flatMap((field) => (typeof fields[field] === "string" ? fields[field] : []))
    .join(" ");
  const own = Array.isArray(values.customer_tax_ids) ? values.customer_tax_ids.map(String) : [];
  return { values: { ...values, text, tax_ids: [...own, ...taxIdsIn(text)] }, issues };
}

const externalIds = importedExternalIds({
  type: Payment,
  label: "o.paid_on || ' ' || trim_scale(o.amount)",
  doubt: sql`NULL::text`,
});

const textKey = (name: string): Sql => sql`r."values"->>${name}::text`;

// What makes two transactions without ids the same one: the first of a day is the first of it again, and so on.
const SAME = ["paid_on", "amount", "direction", "currency", "note", "reference"] as const;

const byItself = (remaining: Sql): Sql => sql`
  SELECT s.line, c.id FROM (
    SELECT s.*, row_number() OVER (
      PARTITION BY s.paid_on, s.amount::numeric, s.direction, s.currency, s.note, s.reference ORDER BY s.line) AS nth
    FROM ${remaining} s WHERE s.external_ids IS NULL
  ) s JOIN (
    SELECT c.*, row_number() OVER (
      PARTITION BY c.paid_on, c.amount, c.direction, c.currency, c.note, c.reference ORDER BY c.id) AS nth
    FROM payments c WHERE c.deleted_at IS NULL AND c.paid_on IN (SELECT x.paid_on::date FROM staged x)
  ) c ON c.paid_on = s.paid_on::date AND c.amount = s.amount::numeric AND c.direction = s.direction
    AND c.currency = s.currency AND c.note IS NOT DISTINCT FROM s.note AND c.reference IS NOT DISTINCT FROM s.reference
    AND c.nth = s.nth`;

/** How the transactions of a bank's file become payments that settle open invoices. */
export const paymentImporter: Importer = {
  recordType: "PAYMENT",
  sheet: paymentsSheet,
  permission: "invoices:write",
  readPermission: "invoices:read",
  async openRows(_db, { currency }, idSource) {
    return (row) => readPayment(row, currency, idSource);
  },
  columnOf: columnIn(COLUMN_BY_FIELD),
  table: {
    type: Payment,
    recordType: "Payment",
    writes: { method: "text" },
    onCreate: {
      direction: { type: "text", value: "v.direction" },
      paid_on: { type: "date", value: "v.paid_on" },
      amount: { type: "numeric", value: "v.amount" },
      currency: { type: "text", value: "v.currency" },
      reference: { type: "text", value: "v.reference" },
      note: { type: "text", value: "v.note" },
    },
    keys: {
      ...customerReferenceKeys,
      ...externalIds.keys,
      ...Object.fromEntries(SAME.map((name) => [name, textKey(name)])),
      text: sql`fold(r."values"->>'text')`,
      tax_ids: textKey("tax_ids"),
    },
    parent: customerParent,
    label: "o.paid_on || ' ' || trim_scale(o.amount)",
    matchStrategies: [
      externalIds.strategy,
      { keys: ["amount"], find: (_alone, remaining) => byItself(remaining) },
    ],
    noRepeats: [repeatedExternalId],
    refusals: [
      {
        field: "paidOn",
        code: "in_the_future",
        when: "c.id IS NULL AND v.paid_on > current_date + 1",
        ofNew: true,
      },
    ],
    owned: [externalIds.owned],
    proposals: { propose: proposePayments, accepts: mayBePaid },
    beforeCreate: lockBeforePaying,
    beforeUndo: lockBeforeUndo,
    parts: [importedAllocations, externalIds.part],
  },
};

import { DEFAULT_PAYMENT_TERM_DAYS } from "@clientela/shared/documents/documentFields";
import { invoicesSheet } from "@clientela/shared/documents/invoices.sheet";
import { INVOICE_TRANSITIONS } from "@clientela/shared/records/enums";
import { compare } from "@clientela/shared/values/money";
import sql from "sql-template-tag";
import type { Importer, ReadRow, RowIssue } from "../../../platform/sheets/importer.js";
import { columnIn } from "../../../platform/sheets/importRow.js";
import {
  customerParent,
  customerReferenceKeys,
} from "../../customers/spreadsheet/customerReference.js";
import {
  importedExternalIds,
  repeatedExternalId,
} from "../../customers/spreadsheet/importExternalIds.js";
import { gatheringOf, lineRefusals } from "../../documents/documentImportLines.js";
import {
  afterImportedNumbers,
  documentLine,
  documentOnCreate,
  documentRefusals,
  numberInTrash,
  readDocument,
  repeatedNumber,
  totalKey,
} from "../../documents/documentImportTable.js";
import { Invoice } from "../invoice.entity.js";
import { invoiceLines } from "../invoice.list.js";
import { importedPayments } from "./importedPayments.js";

const COLUMN_BY_FIELD: Readonly<Record<string, string>> = {
  number: "number",
  kind: "kind",
  status: "status",
  issuedOn: "issued_on",
  dueOn: "due_on",
  currency: "currency",
  total: "total",
  paid: "paid",
  paidOn: "paid_on",
  notes: "notes",
};

function checkPayment({ fields }: ReadRow, issues: RowIssue[]): void {
  const { status, paid, total, issuedOn, dueOn } = fields;
  // Without a total, it counts whether there is an invoice already.
  if (typeof paid === "string" && typeof total === "string") {
    const rest = compare(paid, total);
    if (rest > 0 || (status === "PAID" && rest < 0)) {
      issues.push({ field: "paid", code: "paid_in_part", severity: "error", value: paid });
    }
  }
  if (typeof dueOn === "string" && typeof issuedOn === "string" && dueOn < issuedOn) {
    issues.push({ field: "dueOn", code: "before_start", severity: "error", value: dueOn });
  }
}

const externalIds = importedExternalIds({
  type: Invoice,
  label: "o.number",
  doubt: sql`CASE WHEN c.number <> coalesce(s.sales_number, s.purchase_number) THEN 'number_of_another' END`,
});

/** How invoices come in from sheets; payments come in with new ones alone. */
export const invoiceImporter: Importer = {
  recordType: "INVOICE",
  sheet: invoicesSheet,
  permission: "invoices:write",
  readPermission: "invoices:read",
  async openRows(_db, { currency }, idSource) {
    return (row) => {
      const issues: RowIssue[] = [];
      const reading = { columns: COLUMN_BY_FIELD, amounts: ["total", "paid"], currency, idSource };
      const values = readDocument(row, reading, issues);
      checkPayment(row, issues);
      return { values, issues };
    };
  },
  columnOf: columnIn(COLUMN_BY_FIELD),
  table: {
    type: Invoice,
    recordType: "Invoice",
    writes: { status: "text", issuedOn: "date", dueOn: "date", notes: "text" },
    onCreate: {
      ...documentOnCreate,
      kind: { type: "text", value: "coalesce(v.kind, 'SALES')" },
      paid: {
        type: "numeric",
        value: "CASE v.status WHEN 'PAID' THEN coalesce(v.total, 0) ELSE coalesce(v.paid, 0) END",
      },
      paid_on: {
        type: "date",
        value: "coalesce(v.paid_on, CASE v.status WHEN 'PAID' THEN v.issued_on END)",
      },
    },
    defaults: {
      status: "coalesce(v.status, 'DRAFT')",
      due_on: `coalesce(v.due_on, v.issued_on + coalesce(
        (SELECT o.payment_term_days FROM customers o WHERE o.id = p.parent_id), ${DEFAULT_PAYMENT_TERM_DAYS}))`,
    },
    keys: {
      ...customerReferenceKeys,
      ...externalIds.keys,
      ...totalKey,
      sales_number: sql`CASE coalesce(r."values"->>'kind', 'SALES') WHEN 'SALES' THEN r."values"->>'number' END`,
      purchase_number: sql`CASE r."values"->>'kind' WHEN 'PURCHASE' THEN r."values"->>'number' END`,
    },
    parent: customerParent,
    label: "o.number",
    gathering: gatheringOf("issued_on"),
    newShouldHave: { anyOf: ["total"], code: "total_missing" },
    matchStrategies: [
      {
        matchKey: "NUMBER",
        keys: ["sales_number", "purchase_number"],
        find: () => sql`
          SELECT s.line, c.id FROM staged s JOIN invoices c ON c.number = s.sales_number
          WHERE c.kind = 'SALES' AND c.deleted_at IS NULL
          UNION ALL
          SELECT s.line, c.id FROM staged s
          JOIN invoices c ON c.number = s.purchase_number AND c.customer_id = s.customer_id
          WHERE c.kind = 'PURCHASE' AND c.deleted_at IS NULL`,
      },
      externalIds.strategy,
    ],
    noRepeats: [
      ...repeatedNumber(["sales_number"], ["customer_id", "total"]),
      ...repeatedNumber(["customer_id", "purchase_number"], ["total"]),
      repeatedExternalId,
    ],
    refusals: [
      ...lineRefusals("issued_on", "issuedOn"),
      {
        field: "paid",
        code: "paid_in_part",
        when: `r."values" ? 'parts' AND (v.paid > v.total OR v.status = 'PAID' AND v.paid < v.total)`,
        ofNew: true,
      },
      {
        field: "paid",
        code: "paid_in_part",
        when: "c.id IS NULL AND v.total IS NULL AND v.paid > 0",
        ofNew: true,
      },
      {
        field: "paid",
        code: "payment_not_imported",
        when: "v.paid <> c.paid",
        params: { old: "trim_scale(c.paid)::text" },
      },
      {
        field: "paidOn",
        code: "payment_not_imported",
        when: "v.paid_on IS DISTINCT FROM c.paid_on AND v.paid_on IS NOT NULL",
        params: { old: "coalesce(c.paid_on::text, '–')" },
      },
      {
        field: "status",
        code: "payment_not_imported",
        when: "v.status <> c.status AND 'PAID' IN (v.status, c.status)",
        params: { old: "c.status" },
      },
      {
        field: "dueOn",
        code: "before_start",
        when: "coalesce(v.due_on, c.due_on) < coalesce(v.issued_on, c.issued_on)",
      },
      ...documentRefusals(INVOICE_TRANSITIONS),
    ],
    owned: [
      numberInTrash(Invoice, sql`o.number = s.sales_number AND o.kind = 'SALES'`),
      externalIds.owned,
    ],
    beforeCreate: (within) =>
      afterImportedNumbers(
        sql`${within} AND coalesce(r."values"->>'kind', 'SALES') = 'SALES'`,
        "invoice",
      ),
    parts: [documentLine(Invoice, invoiceLines), importedPayments, externalIds.part],
  },
};

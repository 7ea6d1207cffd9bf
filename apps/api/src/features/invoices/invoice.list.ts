import sql, { type Sql } from "sql-template-tag";
import { day, money, storedTimes, text } from "../../platform/graph/filters/fieldKinds.js";
import { conditionsOf, declareFilterFields } from "../../platform/graph/filters/filterField.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { type ListDefinition, pagesByOwner } from "../../platform/lists/keyset.js";
import { allWordsIn } from "../../platform/lists/search.js";
import type { ReadContext } from "../../platform/readContext.js";
import { rowsById } from "../../platform/records/byId.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { customersWith, ofCustomer } from "../customers/list/ofCustomer.js";
import { linesByDocument } from "../documents/line.service.js";
import { Invoice, InvoiceLine } from "./invoice.entity.js";
import { InvoiceFilter, type InvoiceOrderField } from "./invoiceList.input.js";
import { isInState } from "./invoiceState.js";

/** The fields that `invoices r` are filtered by. */
const fields = declareFilterFields(InvoiceFilter, "invoices:read", {
  customer: ofCustomer,
  number: text(sql`r.number`, { description: "Its number." }),
  total: money(sql`r.total`, sql`r.currency`, { description: "What it comes to." }),
  balance: money(sql`CASE WHEN r.status = 'CANCELLED' THEN 0 ELSE r.balance END`, sql`r.currency`, {
    description: "What is still to be paid of it.",
  }),
  issuedOn: day(sql`r.issued_on`, { description: "Its date." }),
  dueOn: day(sql`r.due_on`, { description: "The last day to pay it." }),
  paidOn: day(sql`r.paid_on`, { description: "The day of the last payment." }),
  notes: text(sql`r.notes`, { description: "What is noted of it." }),
  ...storedTimes,
});

function statedConditions(filter: InvoiceFilter, reading: ReadContext, path: string): Sql[] {
  const { kind, state, issuedFrom, issuedTo, dueFrom, dueTo, customerOwnerIds, search } =
    filter ?? {};
  const where = allWordsIn(sql`r.number_key`, search);
  if (kind) where.push(sql`r.kind = ${kind}`);
  if (state) where.push(isInState(state, reading));
  if (issuedFrom != null) where.push(sql`r.issued_on >= ${issuedFrom}::date`);
  if (issuedTo != null) where.push(sql`r.issued_on <= ${issuedTo}::date`);
  if (dueFrom != null) where.push(sql`r.due_on >= ${dueFrom}::date`);
  if (dueTo != null) where.push(sql`r.due_on <= ${dueTo}::date`);
  if (customerOwnerIds) {
    const ids = customerOwnerIds.map((id) => parseId(id, `${path}.customerOwnerIds`));
    where.push(sql`EXISTS (
      SELECT 1 FROM customers c
      WHERE c.id = r.customer_id AND c.owner_id = ANY(${ids}::uuid[]) AND c.deleted_at IS NULL)`);
  }
  return where;
}

/** The conditions on `r` for invoices that a filter lets through. */
const invoiceConditions = conditionsOf(fields, statedConditions);

/** Lists of invoices; a customer that has some is never deleted, so they need not ask for it. */
export const invoiceList: ListDefinition<Invoice, InvoiceFilter, InvoiceOrderField> = {
  type: Invoice,
  where: invoiceConditions,
  sortKeys: {
    ISSUED_ON: { sql: sql`r.issued_on`, type: "date" },
    DUE_ON: { sql: sql`r.due_on`, type: "date" },
    NUMBER: { sql: sql`r.number COLLATE "C"`, type: "text" },
    TOTAL: { sql: sql`r.total`, type: "numeric" },
  },
  defaultOrder: { field: "ISSUED_ON", direction: OrderDirection.DESC },
};

/** Finds customers by their invoices. */
export const customersByInvoices = customersWith("invoices", "invoices:read", {
  type: Invoice,
  input: InvoiceFilter,
  where: invoiceConditions,
  description: "By its invoices.",
});

/** Invoices by id. */
export const invoiceById = rowsById(Invoice, [sql`r.deleted_at IS NULL`, ofLiveCustomer]);

/** The first invoices of customers. */
export const invoicesByCustomer = pagesByOwner(invoiceList, "customer_id");

/** The first invoices of orders. */
export const invoicesByOrder = pagesByOwner(invoiceList, "order_id");

/** Where invoices have their lines. */
export const invoiceLines = { type: InvoiceLine, owner: "invoice_id" };

/** The lines of invoices. */
export const linesByInvoice = linesByDocument(invoiceLines);

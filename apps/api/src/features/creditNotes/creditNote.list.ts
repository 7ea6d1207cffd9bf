import sql, { type Sql } from "sql-template-tag";
import { day, money, storedTimes, text } from "../../platform/graph/filters/fieldKinds.js";
import { conditionsOf, declareFilterFields } from "../../platform/graph/filters/filterField.js";
import { type ListDefinition, pagesByOwner } from "../../platform/lists/keyset.js";
import { rowsById } from "../../platform/records/byId.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { customersWith, ofCustomer } from "../customers/list/ofCustomer.js";
import { linesByDocument } from "../documents/line.service.js";
import { CreditNote, CreditNoteLine } from "./creditNote.entity.js";
import { CreditNoteFilter, type CreditNoteOrderField } from "./creditNoteList.input.js";

/** The fields that `credit_notes r` are filtered by. */
const fields = declareFilterFields(CreditNoteFilter, "invoices:read", {
  customer: ofCustomer,
  number: text(sql`r.number`, { description: "Its number." }),
  reference: text(sql`r.reference`, { description: "The supplier's own number." }),
  total: money(sql`r.total`, sql`r.currency`, { description: "What it comes to." }),
  issuedOn: day(sql`r.issued_on`, { description: "Its date." }),
  cancelledOn: day(sql`r.cancelled_on`, { description: "When it was cancelled." }),
  ...storedTimes,
});

function statedConditions(filter: CreditNoteFilter): Sql[] {
  const { kind, issuedFrom, issuedTo, onAccount, cancelled } = filter;
  const where: Sql[] = [];
  if (kind) where.push(sql`r.kind = ${kind}`);
  if (issuedFrom != null) where.push(sql`r.issued_on >= ${issuedFrom}::date`);
  if (issuedTo != null) where.push(sql`r.issued_on <= ${issuedTo}::date`);
  if (onAccount != null) {
    where.push(sql`(r.cancelled_on IS NULL AND r.allocated < r.total) = ${onAccount}`);
  }
  if (cancelled != null) where.push(sql`(r.cancelled_on IS NOT NULL) = ${cancelled}`);
  return where;
}

/** The conditions on `r` for credit notes that a filter lets through. */
const creditNoteConditions = conditionsOf(fields, statedConditions);

/** Lists of credit notes. */
export const creditNoteList: ListDefinition<CreditNote, CreditNoteFilter, CreditNoteOrderField> = {
  type: CreditNote,
  where: creditNoteConditions,
  sortKeys: {
    ISSUED_ON: { sql: sql`r.issued_on`, type: "date" },
    NUMBER: { sql: sql`r.number COLLATE "C"`, type: "text" },
    TOTAL: { sql: sql`r.total`, type: "numeric" },
  },
  defaultOrder: { field: "ISSUED_ON", direction: OrderDirection.DESC },
};

/** Finds customers by their credit notes. */
export const customersByCreditNotes = customersWith("creditNotes", "invoices:read", {
  type: CreditNote,
  input: CreditNoteFilter,
  where: creditNoteConditions,
  description: "By its credit notes.",
});

/** Credit notes by id. */
export const creditNoteById = rowsById(CreditNote, [sql`r.deleted_at IS NULL`, ofLiveCustomer]);

/** The first credit notes of customers. */
export const creditNotesByCustomer = pagesByOwner(creditNoteList, "customer_id");

/** The first credit notes of invoices: those against them, and those that settle something of them today. */
export const creditNotesByInvoice = pagesByOwner(
  {
    ...creditNoteList,
    source: () => sql`(
      SELECT n.*, i.settled_id FROM credit_notes n JOIN (
        SELECT id, invoice_id AS settled_id FROM credit_notes WHERE invoice_id IS NOT NULL
        UNION (
          SELECT credit_note_id, invoice_id FROM ledger_entries
          WHERE invoice_id IS NOT NULL AND credit_note_id IS NOT NULL
          GROUP BY invoice_id, credit_note_id HAVING sum(amount) <> 0
        )
      ) i ON i.id = n.id)`,
  },
  "settled_id",
);

/** Where credit notes have their lines. */
export const creditNoteLines = { type: CreditNoteLine, owner: "credit_note_id" };

/** The lines of credit notes. */
export const linesByCreditNote = linesByDocument(creditNoteLines);

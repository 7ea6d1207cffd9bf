import type { Feature } from "../../platform/feature.js";
import { externalIdWrites } from "../../platform/records/externalIdWrites.js";
import { Invoice } from "../invoices/invoice.entity.js";
import {
  CreditNoteEdges,
  CreditNoteLines,
  CustomerCreditNotes,
  InvoiceCreditNotes,
} from "./creditNote.edges.js";
import { CreditNote, CreditNoteLine } from "./creditNote.entity.js";
import { creditNoteById, customersByCreditNotes } from "./creditNote.list.js";
import { creditNoteMessages } from "./creditNote.messages.js";
import { CreditNoteResolver } from "./creditNote.resolver.js";
import { creditNoteSubject } from "./creditNote.service.js";
import { creditNoteSearch } from "./creditNoteSearch.js";

/** Credit notes, which settle invoices through the ledger of payments. */
export const creditNotes: Feature = {
  name: "creditNotes",
  entities: [CreditNote, CreditNoteLine],
  resolvers: [
    CreditNoteResolver,
    CustomerCreditNotes,
    InvoiceCreditNotes,
    CreditNoteEdges,
    CreditNoteLines,
  ],
  messages: creditNoteMessages,
  search: [creditNoteSearch],
  listExtensions: [{ list: "Customer", filters: [customersByCreditNotes] }],
  nodes: [
    {
      type: CreditNote,
      table: "credit_notes",
      permission: "invoices:read",
      byId: creditNoteById,
      externalIds: externalIdWrites(creditNoteSubject, "invoices:write"),
    },
  ],
  ownedRecords: [
    {
      type: CreditNote,
      permission: "invoices:read",
      lines: { type: CreditNoteLine, property: "creditNoteId" },
      under: { type: Invoice, column: "invoice_id" },
      restrictsDelete: "has_credit_notes",
    },
  ],
};

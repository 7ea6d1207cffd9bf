import type { Feature } from "../../platform/feature.js";
import { externalIdWrites } from "../../platform/records/externalIdWrites.js";
import { eraseTexts } from "../customers/data-deletion/eraseTexts.js";
import { LedgerEntry } from "./ledgerEntry.entity.js";
import { CustomerPayments, PaymentEdges } from "./payment.edges.js";
import { Payment } from "./payment.entity.js";
import { customersByPayments, paymentById } from "./payment.list.js";
import { PaymentResolver } from "./payment.resolver.js";
import { paymentSubject } from "./payment.service.js";

/** Payments, and the ledger that says what they pay. */
export const payments: Feature = {
  name: "payments",
  entities: [Payment, LedgerEntry],
  resolvers: [PaymentResolver, CustomerPayments, PaymentEdges],
  listExtensions: [{ list: "Customer", filters: [customersByPayments] }],
  nodes: [
    {
      type: Payment,
      table: "payments",
      permission: "invoices:read",
      byId: paymentById,
      externalIds: externalIdWrites(paymentSubject, "invoices:write"),
    },
  ],
  ownedRecords: [{ type: Payment, permission: "invoices:read", restrictsDelete: "has_payments" }],
  appendOnly: { ledger_entries: [] },
  visibleRows: {
    ledger_entries: () =>
      "(r.payment_id IN (SELECT p.id FROM payments p) OR r.credit_note_id IN (SELECT n.id FROM credit_notes n))",
  },
  eraser: eraseTexts(Payment, "note"),
  messages: {
    has_payments: {
      en: "{legalName} ({number}) has payments and can only be archived",
      pt: "{legalName} ({number}) tem pagamentos e só pode ser arquivado",
    },
  },
};

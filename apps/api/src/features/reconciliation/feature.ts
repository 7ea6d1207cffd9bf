import type { Feature } from "../../platform/feature.js";
import { paymentImporter } from "./payment.importer.js";
import {
  AllocatedInvoice,
  CandidatePayment,
  MatchEdges,
  RowPayment,
} from "./paymentMatch.edges.js";
import { reconciliationMessages } from "./reconciliation.messages.js";

/** Payments from a bank's files, matched with the open invoices that they pay. */
export const reconciliation: Feature = {
  name: "reconciliation",
  resolvers: [RowPayment, CandidatePayment, MatchEdges, AllocatedInvoice],
  importer: paymentImporter,
  messages: reconciliationMessages,
};

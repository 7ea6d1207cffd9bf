import type { Feature } from "../../platform/feature.js";
import { upsertResolver } from "../upserts/upsert.resolver.js";
import { AllocationInvoice, InvoicePayments, PaymentAllocations } from "./allocation.edges.js";
import { allocationMessages } from "./allocation.messages.js";
import { AllocationResolver } from "./allocation.resolver.js";
import { paymentUpserts } from "./upsertPayments.js";

/** Which payments pay which invoices. */
export const allocations: Feature = {
  name: "allocations",
  resolvers: [
    AllocationResolver,
    upsertResolver(paymentUpserts),
    PaymentAllocations,
    AllocationInvoice,
    InvoicePayments,
  ],
  messages: allocationMessages,
};

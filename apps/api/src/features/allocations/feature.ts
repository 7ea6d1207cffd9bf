import type { Feature } from "../../platform/feature.js";
import { AllocationInvoice, InvoicePayments, PaymentAllocations } from "./allocation.edges.js";
import { allocationMessages } from "./allocation.messages.js";
import { AllocationResolver } from "./allocation.resolver.js";

/** Which payments pay which invoices. */
export const allocations: Feature = {
  name: "allocations",
  resolvers: [AllocationResolver, PaymentAllocations, AllocationInvoice, InvoicePayments],
  messages: allocationMessages,
};

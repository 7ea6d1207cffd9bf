import type { Feature } from "../../platform/feature.js";
import { declareFilter } from "../../platform/graph/listExtension.js";
import { CustomerFilter } from "../customers/list/customerFilter.js";
import { CreditMetrics } from "./credit.edges.js";
import { keepWithinCreditLimit } from "./creditGuard.js";
import { isOverLimit } from "./creditUse.js";

const isOverCreditLimit = declareFilter(CustomerFilter, {
  name: "isOverCreditLimit",
  description: "Has (true) or has not (false) used more than its credit limit.",
  permission: "invoices:read",
  condition: isOverLimit,
});

/** How much of customers' credit limits is used, and what happens beyond. */
export const credit: Feature = {
  name: "credit",
  resolvers: [CreditMetrics],
  listExtensions: [{ list: "Customer", filters: [isOverCreditLimit] }],
  documentGuard: keepWithinCreditLimit,
  messages: {
    over_credit_limit: {
      en: "take the customer to {used}, beyond its credit limit of {limit}",
      pt: "levam o cliente a {used}, além do limite de crédito de {limit}",
    },
  },
};

import type { Feature } from "../../platform/feature.js";
import { AgeingMetrics } from "./ageing.edges.js";
import { ageing } from "./ageing.js";
import { ageingFilters, ageingOrders } from "./ageingOrders.js";
import { statementEdges } from "./statement.edges.js";
import { StatementResolver } from "./statement.resolver.js";

/** Who owes what, and since when: ageing and statements of account. */
export const receivables: Feature = {
  name: "receivables",
  resolvers: [AgeingMetrics, StatementResolver, ...statementEdges],
  metrics: [ageing],
  listExtensions: [{ list: "Customer", filters: ageingFilters, orders: ageingOrders }],
};

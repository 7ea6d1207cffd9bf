import sql from "sql-template-tag";
import type { Feature } from "../../platform/feature.js";
import { externalIdWrites } from "../../platform/records/externalIdWrites.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { eraseTexts } from "../customers/data-deletion/eraseTexts.js";
import { deletionResolver } from "../upserts/deletion.resolver.js";
import { upsertResolver } from "../upserts/upsert.resolver.js";
import { CustomerDeals, DealEdges, DealMetrics } from "./deal.edges.js";
import { Deal } from "./deal.entity.js";
import { customersByDeals, dealById } from "./deal.list.js";
import { DealResolver } from "./deal.resolver.js";
import { subject } from "./deal.service.js";
import { dealSearch } from "./dealSearch.js";
import { countedDeals } from "./dealSummary.js";
import { dealUpserts } from "./upsertDeals.js";

/** Deals: what customers may buy. */
export const deals: Feature = {
  name: "deals",
  eraser: eraseTexts(Deal, "notes"),
  entities: [Deal],
  resolvers: [
    DealResolver,
    upsertResolver(dealUpserts),
    deletionResolver(dealUpserts),
    CustomerDeals,
    DealEdges,
    DealMetrics,
  ],
  search: [dealSearch],
  nodes: [
    {
      type: Deal,
      table: "deals",
      permission: "deals:read",
      byId: dealById,
      externalIds: externalIdWrites(subject, "deals:write"),
    },
  ],
  listExtensions: [{ list: "Customer", filters: [customersByDeals] }],
  metrics: [countedDeals],
  trash: [
    {
      recordType: "Deal",
      type: Deal,
      name: sql`r.title`,
      where: [ofLiveCustomer],
      permission: "deals:write",
    },
  ],
  ownedRecords: [{ type: Deal, permission: "deals:read" }],
};

import sql from "sql-template-tag";
import type { Feature } from "../../platform/feature.js";
import { externalIdWrites } from "../../platform/records/externalIdWrites.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { Deal } from "../deals/deal.entity.js";
import { documentMessages } from "../documents/document.messages.js";
import { deletionResolver } from "../upserts/deletion.resolver.js";
import { upsertResolver } from "../upserts/upsert.resolver.js";
import { CustomerQuotes, DealQuotes, QuoteEdges, QuoteLines, QuoteMetrics } from "./quote.edges.js";
import { Quote, QuoteLine } from "./quote.entity.js";
import { customersByQuotes, quoteById } from "./quote.list.js";
import { QuoteResolver } from "./quote.resolver.js";
import { subject } from "./quote.service.js";
import { quoteSearch } from "./quoteSearch.js";
import { countedQuotes } from "./quoteSummary.js";
import { quoteUpserts } from "./upsertQuotes.js";

/** Offers and quotes. */
export const quotes: Feature = {
  name: "quotes",
  entities: [Quote, QuoteLine],
  resolvers: [
    QuoteResolver,
    upsertResolver(quoteUpserts),
    deletionResolver(quoteUpserts),
    CustomerQuotes,
    DealQuotes,
    QuoteEdges,
    QuoteLines,
    QuoteMetrics,
  ],
  messages: documentMessages,
  search: [quoteSearch],
  nodes: [
    {
      type: Quote,
      table: "quotes",
      permission: "quotes:read",
      byId: quoteById,
      externalIds: externalIdWrites(subject, "quotes:write"),
    },
  ],
  listExtensions: [{ list: "Customer", filters: [customersByQuotes] }],
  metrics: [countedQuotes],
  trash: [
    {
      recordType: "Quote",
      type: Quote,
      name: sql`r.number`,
      where: [ofLiveCustomer],
      permission: "quotes:write",
    },
  ],
  ownedRecords: [
    {
      type: Quote,
      permission: "quotes:read",
      lines: { type: QuoteLine, property: "quoteId" },
      under: { type: Deal, column: "deal_id" },
    },
  ],
};

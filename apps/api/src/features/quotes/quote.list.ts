import sql, { raw } from "sql-template-tag";
import { type ListDefinition, pagesByOwner } from "../../platform/lists/keyset.js";
import { allWordsIn } from "../../platform/lists/search.js";
import { rowsById } from "../../platform/records/byId.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { linesByDocument } from "../documents/line.service.js";
import { Quote, QuoteLine } from "./quote.entity.js";
import type { QuoteFilter, QuoteOrderField } from "./quoteList.input.js";

/** Lists of offers and quotes. */
export const quoteList: ListDefinition<Quote, QuoteFilter, QuoteOrderField> = {
  type: Quote,
  where: (filter) => {
    const where = [sql`r.deleted_at IS NULL`, ...allWordsIn(sql`fold(r.number)`, filter?.search)];
    if (filter?.kind) where.push(sql`r.kind = ${filter.kind}`);
    if (filter?.status) where.push(sql`r.status = ANY(${filter.status}::text[])`);
    if (filter?.open != null) {
      where.push(sql`r.status ${raw(filter.open ? "IN" : "NOT IN")} ('DRAFT', 'SENT')`);
    }
    return where;
  },
  sortKeys: {
    ISSUED_ON: { sql: sql`r.issued_on`, type: "date" },
    NUMBER: { sql: sql`r.number COLLATE "C"`, type: "text" },
    TOTAL: { sql: sql`r.total`, type: "numeric" },
    VALID_UNTIL: { sql: sql`coalesce(r.valid_until, 'infinity'::date)`, type: "date" },
  },
  defaultOrder: { field: "ISSUED_ON", direction: OrderDirection.DESC },
};

/** Quotes by id. */
export const quoteById = rowsById(Quote, [sql`r.deleted_at IS NULL`, ofLiveCustomer]);

/** The first quotes of customers. */
export const quotesByCustomer = pagesByOwner(quoteList, "customer_id");

/** The first quotes of deals. */
export const quotesByDeal = pagesByOwner(quoteList, "deal_id");

/** Where quotes have their lines. */
export const quoteLines = { type: QuoteLine, owner: "quote_id" };

/** The lines of quotes. */
export const linesByQuote = linesByDocument(quoteLines);

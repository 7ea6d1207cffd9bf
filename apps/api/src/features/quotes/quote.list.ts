import sql, { raw, type Sql } from "sql-template-tag";
import { day, money, storedTimes, text } from "../../platform/graph/filters/fieldKinds.js";
import { conditionsOf, declareFilterFields } from "../../platform/graph/filters/filterField.js";
import { type ListDefinition, pagesByOwner } from "../../platform/lists/keyset.js";
import { allWordsIn } from "../../platform/lists/search.js";
import { rowsById } from "../../platform/records/byId.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { customersWith, ofCustomer } from "../customers/list/ofCustomer.js";
import { linesByDocument } from "../documents/line.service.js";
import { Quote, QuoteLine } from "./quote.entity.js";
import { QuoteFilter, type QuoteOrderField } from "./quoteList.input.js";

/** The fields that `quotes r` are filtered by. */
const fields = declareFilterFields(QuoteFilter, "quotes:read", {
  customer: ofCustomer,
  number: text(sql`r.number`, { description: "Its number." }),
  total: money(sql`r.total`, sql`r.currency`, { description: "What it comes to." }),
  issuedOn: day(sql`r.issued_on`, { description: "Its date." }),
  validUntil: day(sql`r.valid_until`, { description: "The last day on which it holds." }),
  notes: text(sql`r.notes`, { description: "What is noted of it." }),
  ...storedTimes,
});

function statedConditions(filter: QuoteFilter): Sql[] {
  const where = allWordsIn(sql`fold(r.number)`, filter.search);
  if (filter.kind) where.push(sql`r.kind = ${filter.kind}`);
  if (filter.status) where.push(sql`r.status = ANY(${filter.status}::text[])`);
  if (filter.open != null) {
    where.push(sql`r.status ${raw(filter.open ? "IN" : "NOT IN")} ('DRAFT', 'SENT')`);
  }
  return where;
}

/** The conditions on `r` for offers and quotes that a filter lets through. */
const quoteConditions = conditionsOf(fields, statedConditions);

/** Lists of offers and quotes. */
export const quoteList: ListDefinition<Quote, QuoteFilter, QuoteOrderField> = {
  type: Quote,
  where: quoteConditions,
  sortKeys: {
    ISSUED_ON: { sql: sql`r.issued_on`, type: "date" },
    NUMBER: { sql: sql`r.number COLLATE "C"`, type: "text" },
    TOTAL: { sql: sql`r.total`, type: "numeric" },
    VALID_UNTIL: { sql: sql`coalesce(r.valid_until, 'infinity'::date)`, type: "date" },
  },
  defaultOrder: { field: "ISSUED_ON", direction: OrderDirection.DESC },
};

/** Finds customers by their offers and quotes. */
export const customersByQuotes = customersWith("quotes", "quotes:read", {
  type: Quote,
  input: QuoteFilter,
  where: quoteConditions,
  description: "By its offers and quotes.",
});

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

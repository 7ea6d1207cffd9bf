import sql, { raw, type Sql } from "sql-template-tag";
import {
  day,
  money,
  number,
  reference,
  storedTimes,
  text,
} from "../../platform/graph/filters/fieldKinds.js";
import { conditionsOf, declareFilterFields } from "../../platform/graph/filters/filterField.js";
import { type ListDefinition, pagesByOwner } from "../../platform/lists/keyset.js";
import { allWordsIn } from "../../platform/lists/search.js";
import { rowsById } from "../../platform/records/byId.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { customersWith, ofCustomer } from "../customers/list/ofCustomer.js";
import { Deal } from "./deal.entity.js";
import { DealFilter, type DealOrderField } from "./dealList.input.js";

/** The fields that `deals r` are filtered by. */
const fields = declareFilterFields(DealFilter, "deals:read", {
  customer: ofCustomer,
  title: text(sql`r.title`, { description: "What it is about." }),
  value: money(sql`r.value`, sql`r.currency`, { description: "What it is worth." }),
  probability: number(sql`r.probability`, { description: "How likely it is won, in percent." }),
  expectedCloseOn: day(sql`r.expected_close_on`, { description: "When it should be decided." }),
  ownerId: reference(sql`r.owner_id`, { description: "Who works on it." }),
  notes: text(sql`r.notes`, { description: "What is noted of it." }),
  ...storedTimes,
});

function statedConditions(filter: DealFilter): Sql[] {
  const where = allWordsIn(sql`fold(r.title)`, filter.search);
  if (filter.stage) where.push(sql`r.stage = ANY(${filter.stage}::text[])`);
  if (filter.open != null) {
    where.push(sql`r.stage ${raw(filter.open ? "NOT IN" : "IN")} ('WON', 'LOST')`);
  }
  return where;
}

/** The conditions on `r` for deals that a filter lets through. */
const dealConditions = conditionsOf(fields, statedConditions);

/** Lists of deals. */
export const dealList: ListDefinition<Deal, DealFilter, DealOrderField> = {
  type: Deal,
  where: dealConditions,
  sortKeys: {
    CREATED_AT: { sql: sql`r.created_at`, type: "timestamptz" },
    TITLE: { sql: sql`fold(r.title) COLLATE "C"`, type: "text" },
    VALUE: { sql: sql`r.value`, type: "numeric" },
    EXPECTED_CLOSE_ON: { sql: sql`coalesce(r.expected_close_on, 'infinity'::date)`, type: "date" },
  },
  defaultOrder: { field: "CREATED_AT", direction: OrderDirection.DESC },
};

/** Finds customers by their deals. */
export const customersByDeals = customersWith("deals", "deals:read", {
  type: Deal,
  input: DealFilter,
  where: dealConditions,
  description: "By its deals.",
});

/** Deals by id. */
export const dealById = rowsById(Deal, [sql`r.deleted_at IS NULL`, ofLiveCustomer]);

/** The first deals of customers. */
export const dealsByCustomer = pagesByOwner(dealList, "customer_id");

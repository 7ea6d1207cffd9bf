import sql from "sql-template-tag";
import type { SearchKind } from "../../platform/records/searchKind.js";
import { Order } from "./order.entity.js";

/** How orders are found by text. */
export const orderSearch: SearchKind = {
  recordType: "Order",
  type: Order,
  title: sql`r.number`,
  prefixKeys: [{ key: sql`fold(r.number) COLLATE "C"` }],
  text: sql`fold(r.number || coalesce(E'\\n' || r.reference, ''))`,
  details: [sql`r.reference`],
};

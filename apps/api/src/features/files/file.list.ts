import sql from "sql-template-tag";
import { type ListDefinition, pagesByOwner } from "../../platform/lists/keyset.js";
import { allWordsIn } from "../../platform/lists/search.js";
import { rowsById } from "../../platform/records/byId.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { File } from "./file.entity.js";
import type { FileFilter, FileOrderField } from "./file.input.js";

const listing: ListDefinition<File, FileFilter, FileOrderField> = {
  type: File,
  where: (filter) => [sql`r.deleted_at IS NULL`, ...allWordsIn(sql`r.name_key`, filter?.search)],
  sortKeys: {
    CREATED_AT: { sql: sql`r.created_at`, type: "timestamptz" },
    NAME: { sql: sql`r.name_key`, type: "text" },
    SIZE: { sql: sql`r.size`, type: "integer" },
  },
  defaultOrder: { field: "CREATED_AT", direction: OrderDirection.DESC },
};

/** The files of customers, newest first. */
export const filesByCustomer = pagesByOwner(listing, "customer_id");

/** Files of customers by id; sheets to import are excluded. */
export const fileById = rowsById(File, [sql`r.deleted_at IS NULL`, ofLiveCustomer]);

import sql from "sql-template-tag";
import { type ListDefinition, pagesByOwner } from "../../platform/lists/keyset.js";
import { allWordsIn } from "../../platform/lists/search.js";
import { rowsById } from "../../platform/records/byId.js";
import { OrderDirection } from "../../platform/types/page.input.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { Note } from "./note.entity.js";
import type { NoteFilter, NoteOrderField } from "./noteList.input.js";

const noteList: ListDefinition<Note, NoteFilter, NoteOrderField> = {
  type: Note,
  where: (filter) => {
    const where = [sql`r.deleted_at IS NULL`, ...allWordsIn(sql`fold(r.text)`, filter?.search)];
    if (filter?.pinned != null) where.push(sql`r.pinned = ${filter.pinned}::boolean`);
    return where;
  },
  sortKeys: {
    CREATED_AT: { sql: sql`r.created_at`, type: "timestamptz" },
    UPDATED_AT: { sql: sql`r.updated_at`, type: "timestamptz" },
  },
  defaultOrder: { field: "CREATED_AT", direction: OrderDirection.DESC },
};

/** Notes by id. */
export const noteById = rowsById(Note, [sql`r.deleted_at IS NULL`, ofLiveCustomer]);

/** The first notes of customers. */
export const notesByCustomer = pagesByOwner(noteList, "customer_id");

import sql from "sql-template-tag";
import type { Feature } from "../../platform/feature.js";
import { externalIdWrites } from "../../platform/records/externalIdWrites.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { CustomerNotes, NoteEdges } from "./note.edges.js";
import { Note } from "./note.entity.js";
import { noteEraser } from "./note.eraser.js";
import { noteById } from "./note.list.js";
import { NoteResolver } from "./note.resolver.js";
import { subject } from "./note.service.js";
import { noteSearch } from "./noteSearch.js";

/** Notes about customers. */
export const notes: Feature = {
  name: "notes",
  eraser: noteEraser,
  entities: [Note],
  resolvers: [NoteResolver, CustomerNotes, NoteEdges],
  search: [noteSearch],
  notifiableRecords: [
    { type: Note, permission: "activity:read", where: [sql`r.deleted_at IS NULL`, ofLiveCustomer] },
  ],
  nodes: [
    {
      type: Note,
      table: "notes",
      permission: "activity:read",
      byId: noteById,
      externalIds: externalIdWrites(subject, "activity:write"),
      // As `note_added`.
      history: { announced: true },
    },
  ],
  trash: [
    {
      recordType: "Note",
      type: Note,
      name: sql`r.title`,
      where: [ofLiveCustomer],
      permission: "activity:write",
    },
  ],
  ownedRecords: [{ type: Note, permission: "activity:read" }],
};

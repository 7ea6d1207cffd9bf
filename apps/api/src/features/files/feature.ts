import sql from "sql-template-tag";
import type { Feature } from "../../platform/feature.js";
import { externalIdWrites } from "../../platform/records/externalIdWrites.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { ofVisibleCustomer } from "../customers/visibleCustomers.js";
import { CustomerFiles, FileEdges } from "./file.edges.js";
import { File } from "./file.entity.js";
import { fileEraser } from "./file.eraser.js";
import { fileById } from "./file.list.js";
import { fileMessages } from "./file.messages.js";
import { FileResolver } from "./file.resolver.js";
import { fileRoutes } from "./file.routes.js";
import { subject } from "./file.service.js";
import { FILES_FOLDER, fileOfKey, keyOfFile } from "./fileBytes.js";
import { fileSearch } from "./fileSearch.js";
import { startSweeping } from "./sweepFiles.js";

/** Files of customers, and uploads for imports. */
export const files: Feature = {
  name: "files",
  eraser: fileEraser,
  entities: [File],
  resolvers: [FileResolver, CustomerFiles, FileEdges],
  messages: fileMessages,
  search: [fileSearch],
  nodes: [
    {
      type: File,
      table: "files",
      permission: "files:read",
      byId: fileById,
      externalIds: externalIdWrites(subject, "files:write"),
      // Those are sheets to import.
      history: { ofNoCustomer: "imports:read" },
    },
  ],
  trash: [
    {
      recordType: "File",
      type: File,
      name: sql`r.name`,
      where: [ofLiveCustomer],
      permission: "files:write",
    },
  ],
  visibleRows: {
    files: (access) =>
      `(${ofVisibleCustomer(access)} OR r.customer_id IS NULL AND r.uploaded_by_id = :person)`,
  },
  ownedRecords: [{ type: File, permission: "files:read" }],
  stored: [
    {
      folder: FILES_FOLDER,
      keyOf: keyOfFile,
      idOf: fileOfKey,
      stored: sql`SELECT id FROM files`,
      expected: sql`SELECT id FROM files UNION ALL SELECT id FROM uploads`,
    },
  ],
  routes: fileRoutes,
  start: startSweeping,
};

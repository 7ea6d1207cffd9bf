import sql from "sql-template-tag";
import type { VisibleRows } from "../../platform/database/recordScope.js";
import type { Feature } from "../../platform/feature.js";
import { Export } from "./export.entity.js";
import { exportEraser } from "./export.eraser.js";
import { ExportEdges, ExportResolver } from "./export.resolver.js";
import { exportRoutes } from "./export.routes.js";
import { exportById } from "./exportAccess.js";
import {
  EXPORT_QUEUE,
  EXPORTS_FOLDER,
  exportOfKey,
  giveUpExport,
  keyOfExport,
  prepareExport,
  runExport,
} from "./runExport.js";

// An export that was written under other permissions may contain records that its owner no longer sees.
const ofExporter: VisibleRows = (access) => `r.user_id = :person AND r.record_access = '${access}'`;

/** Exports of records to spreadsheets. */
export const exports: Feature = {
  name: "exports",
  eraser: exportEraser,
  entities: [Export],
  resolvers: [ExportEdges, ExportResolver],
  visibleRows: { exports: ofExporter },
  notifiableRecords: [{ type: Export, permission: "exports:read", where: [] }],
  nodes: [{ type: Export, table: "exports", permission: "exports:read", byId: exportById }],
  stored: [
    {
      folder: EXPORTS_FOLDER,
      keyOf: keyOfExport,
      idOf: exportOfKey,
      stored: sql`SELECT id FROM exports WHERE status = 'DONE'`,
      expected: sql`SELECT id FROM exports`,
    },
  ],
  jobs: { [EXPORT_QUEUE]: { run: runExport, giveUp: giveUpExport, prepareRetry: prepareExport } },
  routes: exportRoutes,
};

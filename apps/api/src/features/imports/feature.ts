import sql from "sql-template-tag";
import type { VisibleRows } from "../../platform/database/recordScope.js";
import type { Feature } from "../../platform/feature.js";
import { checkImport } from "./check/checkImport.js";
import { ImportEdges } from "./import.edges.js";
import { Import, type ImportStatus } from "./import.entity.js";
import { importEraser } from "./import.eraser.js";
import { importById } from "./import.loaders.js";
import { importMessages } from "./import.messages.js";
import { ImportResolver } from "./import.resolver.js";
import { importRoutes } from "./import.routes.js";
import { sheetPermissions } from "./importAccess.js";
import { importMetrics } from "./importMetrics.js";
import { ImportSubscriptions } from "./importProgress.resolver.js";
import { importedSoFar } from "./importState.js";
import { ImportColumnEdges } from "./matching/column.type.js";
import { ImportsOfOperations } from "./operations.edges.js";
import { ImportCandidateEdges, ImportRowEdges, ImportRowsEdges } from "./review/importRow.edges.js";
import { ImportUndoEdges } from "./run/importUndo.js";
import { giveUpImport, runImport } from "./run/runImport.js";
import { giveUpUndo, runUndo } from "./run/runUndo.js";
import { CHECK_QUEUE, RUN_QUEUE, UNDO_QUEUE } from "./storedImport.js";

// After an import has ended, its file is kept only for its history.
const WAITING_STATUSES: ImportStatus[] = [
  "READING",
  "MATCHING",
  "CHECKING",
  "READY",
  "RUNNING",
  "PAUSED",
];

// An import that was parsed under other permissions may contain records that its owner no longer sees.
const ofImporter: VisibleRows = (access) => `r.user_id = :person AND r.record_access = '${access}'`;

/** Imports of records from spreadsheets. */
export const imports: Feature = {
  name: "imports",
  eraser: importEraser,
  entities: [Import],
  resolvers: [
    ImportsOfOperations,
    ImportResolver,
    ImportSubscriptions,
    ImportEdges,
    ImportColumnEdges,
    ImportRowsEdges,
    ImportRowEdges,
    ImportCandidateEdges,
    ImportUndoEdges,
  ],
  messages: importMessages,
  visibleRows: { imports: ofImporter },
  uploadUse: {
    table: "imports",
    column: "file_id",
    waiting: sql`u.status = ANY(${WAITING_STATUSES})`,
    permissions: sheetPermissions,
  },
  notifiableRecords: [{ type: Import, permission: "imports:read", where: [] }],
  nodes: [{ type: Import, table: "imports", permission: "imports:read", byId: importById }],
  jobs: {
    [CHECK_QUEUE]: { run: checkImport, giveUp: giveUpImport },
    [RUN_QUEUE]: { run: runImport, giveUp: giveUpImport, progress: importedSoFar },
    [UNDO_QUEUE]: { run: runUndo, giveUp: giveUpUndo, progress: importedSoFar },
  },
  routes: importRoutes,
  observe: importMetrics,
};

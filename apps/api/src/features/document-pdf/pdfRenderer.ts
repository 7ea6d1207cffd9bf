import { Piscina } from "piscina";
import { Unavailable } from "../../platform/errors.js";
import type { PrintedDocument } from "./printedDocument.js";
import type { PrintedStatement } from "./statements/printedStatement.js";

// One after the other: a page of 500 lines takes a second and a half of one core.
const MAX_WAITING = 20;
const IDLE_MS = 30_000;
// Many times what the largest document needs; beyond either, its thread ends alone.
const TIME_LIMIT_MS = 20_000;
const HEAP_MB = 192;

/** The thread's program; tests run what was built of it. */
export const pdfProgram = {
  entry: new URL(
    import.meta.url.endsWith(".ts") ? "./pdfThread.ts" : "./pdfThread.js",
    import.meta.url,
  ),
};

/** Draws documents and statements outside of the thread that answers requests, one at a time. */
export class PdfRenderer {
  private readonly pool: Piscina<PrintedDocument | PrintedStatement, Uint8Array>;

  constructor() {
    const filename = pdfProgram.entry.href;
    const fromSource = filename.endsWith(".ts");
    this.pool = new Piscina({
      filename,
      // When run from sources (development) it needs the loader of its parent.
      execArgv: fromSource ? ["--conditions=source", "--import", "@oxc-node/core/register"] : [],
      env: {},
      minThreads: 0,
      maxThreads: 1,
      maxQueue: MAX_WAITING,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
  }

  /** The PDF of a document. Throws Unavailable where too many wait already, and the signal's reason. */
  document(document: PrintedDocument, signal: AbortSignal): Promise<Uint8Array> {
    return this.run("drawDocument", document, signal);
  }

  /** The PDF of a statement of account; throws as `document` does. */
  statement(statement: PrintedStatement, signal: AbortSignal): Promise<Uint8Array> {
    return this.run("drawStatement", statement, signal);
  }

  /** A statement of account as an .xlsx workbook; throws as `document` does. */
  workbook(statement: PrintedStatement, signal: AbortSignal): Promise<Uint8Array> {
    return this.run("writeStatement", statement, signal);
  }

  /** Ends its thread. */
  close(): Promise<void> {
    return this.pool.destroy();
  }

  private async run(
    name: "drawDocument" | "drawStatement" | "writeStatement",
    task: PrintedDocument | PrintedStatement,
    gone: AbortSignal,
  ): Promise<Uint8Array> {
    if (this.pool.queueSize >= MAX_WAITING) throw new Unavailable("BUSY");
    const limit = AbortSignal.timeout(TIME_LIMIT_MS);
    return this.pool.run(task, { name, signal: AbortSignal.any([gone, limit]) });
  }
}

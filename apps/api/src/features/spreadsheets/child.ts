import { once } from "node:events";
import { createInterface } from "node:readline";
import type { ChildMessage, ChildRequest } from "./childProtocol.js";
import { ReadError } from "./readError.js";
import { inspectTable, readTable } from "./readTable.js";
import type { Row } from "./row.js";

/** The approximate size of one message of rows, in characters of JSON. */
const MESSAGE_CHARS = 128 * 1024;

async function send(message: ChildMessage): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(message)}\n`)) await once(process.stdout, "drain");
}

/** Rows in messages of similar size, so that none blocks the parent's event loop for long. */
async function sayRows(rows: Row[]): Promise<void> {
  let start = 0;
  let size = 0;
  for (const [index, row] of rows.entries()) {
    for (const cell of row.cells) size += cell.length + 3;
    if (size < MESSAGE_CHARS && index < rows.length - 1) continue;
    await send({ type: "rows", rows: rows.slice(start, index + 1) });
    start = index + 1;
    size = 0;
  }
}

async function answer({ task, path, choice, limits, knownHeaders }: ChildRequest): Promise<void> {
  if (task === "inspect") {
    await send({
      type: "inspection",
      inspection: await inspectTable(path, choice, limits, knownHeaders),
    });
    await send({ type: "end", summary: null });
    return;
  }
  const rows = readTable(path, choice, limits, knownHeaders);
  for (;;) {
    const next = await rows.next();
    if (next.done) {
      await send({ type: "end", summary: next.value });
      return;
    }
    await sayRows(next.value);
  }
}

function failure(error: unknown): ChildMessage {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return error instanceof ReadError
    ? { type: "failed", code: error.code, params: error.params, seen: error.seen, detail }
    : { type: "failed", code: "readerFailed", params: {}, seen: null, detail };
}

const lines = createInterface({ input: process.stdin });
// The parent keeps this pipe open: when it ends, the parent has exited and nobody needs the rows.
lines.on("close", () => process.exit(1));
process.stdout.on("error", () => process.exit(1));
lines.once("line", (line: string) => {
  const request: ChildRequest = JSON.parse(line);
  answer(request)
    .catch((error: unknown) => send(failure(error)))
    // If the parent is slow, the last messages still wait in the pipe's buffer; exiting would drop them.
    .finally(() => process.stdout.write("", () => process.exit(0)));
});

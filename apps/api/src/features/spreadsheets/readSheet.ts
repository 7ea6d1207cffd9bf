import { type ChildProcessByStdio, spawn } from "node:child_process";
import { resolve as absolutePath } from "node:path";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { parsedJson } from "../../platform/parsedJson.js";
import { type ChildMessage, type ChildRequest, isChildMessage } from "./childProtocol.js";
import { defaultLimits, type ReadLimits } from "./limits.js";
import { ReadError } from "./readError.js";
import type { Row } from "./row.js";
import type { FileInspection, ReadSummary, SheetChoice } from "./sheetChoice.js";

/** Options for reading besides the file and what a person chose. */
export interface ReadOptions {
  limits?: Partial<ReadLimits>;
  /** Texts that are certainly headers, in any case and with any accents: they show where the header is. */
  knownHeaders?: string[];
  /** Ends the reading and its process; the reading then throws the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Inspects a file: its format, text encoding, sheets, header and first rows, in a process of
 * its own. Throws ReadError with what is wrong with the file, and the signal's reason.
 */
export async function inspectFile(
  path: string,
  choice: SheetChoice = {},
  options: ReadOptions = {},
): Promise<FileInspection> {
  for await (const message of converse("inspect", path, choice, options)) {
    if (message.type === "inspection") return message.inspection;
  }
  throw new ReadError("readerFailed");
}

/**
 * The data rows of a file in batches, each row with one cell per header and its line in the file. They are parsed
 * in a process of its own, no faster than they are consumed. Stopping early stops the process. Throws
 * ReadError with what is wrong with the file, and the signal's reason; `onEnd` is called when the
 * file was read to its end.
 */
export async function* readRows(
  path: string,
  choice: SheetChoice = {},
  options: ReadOptions & { onEnd?: (summary: ReadSummary) => void } = {},
): AsyncGenerator<Row[], void> {
  for await (const message of converse("rows", path, choice, options)) {
    if (message.type === "rows") yield message.rows;
    if (message.type === "end" && message.summary) options.onEnd?.(message.summary);
  }
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** Starts the child and yields its messages; the child never outlives this generator. */
async function* converse(
  task: ChildRequest["task"],
  path: string,
  choice: SheetChoice,
  options: ReadOptions,
): AsyncGenerator<ChildMessage> {
  options.signal?.throwIfAborted();
  const limits = { ...defaultLimits, ...options.limits };
  const child = startChild(limits);
  const gone = new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
  gone.catch(() => {});
  const complaint = collectComplaint(child.stderr);
  const stop = (): void => void child.kill("SIGKILL");
  options.signal?.addEventListener("abort", stop);
  const request: ChildRequest = {
    task,
    path: absolutePath(path),
    choice,
    limits,
    knownHeaders: options.knownHeaders ?? [],
  };
  child.stdin.on("error", () => {});
  child.stdin.write(`${JSON.stringify(request)}\n`);
  try {
    for await (const message of messages(child, limits.silenceSeconds)) {
      options.signal?.throwIfAborted();
      if (message.type === "failed") {
        const { code, params, seen, detail } = message;
        throw new ReadError(code, params, { cause: detail, seen });
      }
      yield message;
      if (message.type === "end") return;
    }
    options.signal?.throwIfAborted();
    const { code, signal } = await gone;
    throw new ReadError(
      signal === "SIGABRT" || signal === "SIGTRAP" || /out of memory|OOM/.test(complaint())
        ? "memoryExceeded"
        : "readerFailed",
      {},
      { cause: `the reader ended with ${code ?? signal}: ${complaint()}` },
    );
  } finally {
    options.signal?.removeEventListener("abort", stop);
    stop();
    child.stdout.destroy();
    await gone.catch(() => {});
  }
}

/** The child's program; tests run what was built of it, since compiling it takes longer than most files. */
export const childProgram = {
  entry: new URL(import.meta.url.endsWith(".ts") ? "./child.ts" : "./child.js", import.meta.url),
};

function startChild(limits: ReadLimits): Child {
  const entry = fileURLToPath(childProgram.entry);
  // When run from sources (tests, development) the child needs the loader of its parent.
  const fromSource = entry.endsWith(".ts");
  const loader = [
    "--allow-addons",
    "--allow-worker",
    "--conditions=source",
    "--import",
    "@oxc-node/core/register",
  ];
  const { PATH = "" } = process.env;
  const flags = [
    `--max-old-space-size=${limits.childHeapMb}`,
    // It may read files, but neither write any nor start a program.
    "--permission",
    "--allow-fs-read=*",
    ...(fromSource ? loader : []),
  ];
  return spawn(process.execPath, [...flags, entry], {
    // The folder in which the loader is resolved.
    cwd: fileURLToPath(new URL(".", import.meta.url)),
    stdio: ["pipe", "pipe", "pipe"],
    // The process that parses a stranger's file gets none of the server's environment, above all no secrets.
    env: { PATH },
    windowsHide: true,
  });
}

/** The child's messages; each has to arrive within `silenceSeconds`. */
async function* messages(child: Child, silenceSeconds: number): AsyncGenerator<ChildMessage> {
  const lines = splitLines(child.stdout);
  for (;;) {
    let silent = false;
    const timer = setTimeout(() => {
      silent = true;
      child.kill("SIGKILL");
    }, silenceSeconds * 1_000);
    const next = await lines.next().finally(() => clearTimeout(timer));
    if (silent) throw new ReadError("readTimeout");
    if (next.done) return;
    const message = parsedJson(next.value);
    if (!isChildMessage(message)) throw new ReadError("readerFailed");
    yield message;
  }
}

async function* splitLines(stream: Readable): AsyncGenerator<string> {
  let pieces: Buffer[] = [];
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue;
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      pieces.push(chunk.subarray(start, end));
      yield Buffer.concat(pieces).toString("utf8");
      pieces = [];
      start = end + 1;
    }
    if (start < chunk.length) pieces.push(chunk.subarray(start));
  }
}

/** The end of the child's standard error, for the log. */
function collectComplaint(stderr: Readable): () => string {
  let text = "";
  stderr.on("data", (chunk: Buffer) => {
    text = (text + chunk.toString("utf8")).slice(-4_000);
  });
  return () => text;
}

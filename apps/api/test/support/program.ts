import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { builtProgram } from "../setup/builtPrograms.js";

const api = fileURLToPath(new URL("../../", import.meta.url));

const PATIENCE_MS = 40_000;

/** The server in a process of its own. */
export interface Program {
  child: ChildProcess;
  /** Its exit code, when it has ended; throws where that takes too long. */
  ended(): Promise<number>;
  /** Resolves when it has said so; it must not end before, or say nothing for too long. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** All that it has said. */
  said(): string;
}

/** Starts the program as `npm start` runs it; whoever starts it ends it. */
export function startProgram(settings: Record<string, string>, options: string[] = []): Program {
  return startProcess("main.js", settings, options);
}

/** Starts `worker.js` as a process of its own, as containers do. */
export function startWorkerProgram(settings: Record<string, string>): Program {
  return startProcess("worker.js", settings, []);
}

function startProcess(
  file: "main.js" | "worker.js",
  settings: Record<string, string>,
  options: string[],
): Program {
  const program = fileURLToPath(builtProgram(file));
  const child = spawn(process.execPath, [program, ...options], {
    cwd: api,
    env: {
      ...process.env,
      NODE_OPTIONS: "",
      PORT: "0",
      DRAIN_SECONDS: "0",
      LOG_LEVEL: "silent",
      ...settings,
    },
    // The channel by which the server hears that whoever started it is gone; a worker with one belongs to a server.
    stdio: ["ignore", "pipe", "pipe", ...(file === "main.js" ? (["ipc"] as const) : [])],
  });
  if (!child.stdout || !child.stderr) throw new Error("the program has no output");
  const { stdout } = child;
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  }
  const inTime = <T>(what: string, happens: Promise<T>): Promise<T> => {
    const { promise, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => reject(new Error(`${what} took longer than ${PATIENCE_MS} ms: ${said}`)),
      PATIENCE_MS,
    );
    return Promise.race([happens, promise]).finally(() => clearTimeout(timer));
  };
  const closed = once(child, "close").then(([code]) => Number(code));
  const says = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = pattern.exec(said);
      if (found) return found;
      const next = once(stdout, "data").then(() => null);
      const code = await inTime(`to say ${pattern}`, Promise.race([next, closed]));
      if (code !== null) throw new Error(`it ended with ${code}: ${said}`);
    }
  };
  return { child, ended: () => inTime("to end", closed), says, said: () => said };
}

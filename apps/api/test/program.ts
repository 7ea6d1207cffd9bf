import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const api = fileURLToPath(new URL("../", import.meta.url));

/** The server in a process of its own. */
export interface Program {
  child: ChildProcess;
  /** Its exit code. */
  ended: Promise<number>;
  /** Resolves when it has said so; it must not end before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** All that it has said. */
  said(): string;
}

/** Starts the program as `npm start` runs it; whoever starts it ends it. */
export function startProgram(settings: Record<string, string>, options: string[] = []): Program {
  const loader = ["--conditions=source", "--import", "@oxc-node/core/register"];
  const child = spawn(process.execPath, [...loader, main, ...options], {
    cwd: api,
    env: { ...process.env, NODE_OPTIONS: "", PORT: "0", LOG_LEVEL: "silent", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  }
  const ended = once(child, "close").then(([code]) => Number(code));
  const says = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = pattern.exec(said);
      if (found) return found;
      const next = once(child.stdout, "data");
      const code = await Promise.race([next.then(() => null), ended]);
      if (code !== null) throw new Error(`it ended with ${code}: ${said}`);
    }
  };
  return { child, ended, says, said: () => said };
}

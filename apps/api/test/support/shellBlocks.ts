import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";

/** The shell blocks of a document's section as one script, as a reader would paste them. */
export async function blocksOf(document: string, heading: string): Promise<string> {
  const text = await readFile(new URL(`../../../../${document}`, import.meta.url), "utf8");
  const section = text.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return [...section.matchAll(/```sh\n(.*?)```/gs)].map((match) => match[1]).join("\n");
}

/** Runs a script as a reader's terminal would, and stops at its first failure. */
export function bash(
  script: string,
  cwd: string,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn("bash", ["-euo", "pipefail", "-c", script], { cwd, timeout: 50_000 });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}

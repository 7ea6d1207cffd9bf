import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { addAccount } from "../src/features/accounts/firstAdmin.js";
import { startServer } from "./server.js";

// The blocks of a section as one script, as a reader would paste them.
async function blocksOf(heading: string): Promise<string> {
  const readme = await readFile(new URL("../../../README.md", import.meta.url), "utf8");
  const section = readme.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return [...section.matchAll(/```sh\n(.*?)```/gs)].map((match) => match[1]).join("\n");
}

function bash(script: string, cwd: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn("bash", ["-euo", "pipefail", "-c", script], { cwd, timeout: 25_000 });
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

test("the README's commands do what it says, with curl alone", async () => {
  const server = await startServer();
  const folder = await mkdtemp(path.join(os.tmpdir(), "clientela-readme-"));
  await addAccount(
    server.db,
    { name: "Ana", email: "ana@example.com", password: "correct horse 9" },
    "admin",
  );
  const script = (await blocksOf("The graph")).replace("http://127.0.0.1:4000", server.url);
  const { code, output } = await bash(script, folder);
  expect({ code, output }).toMatchObject({ code: 0 });
  expect(output).toContain('"number":"C-000001"');
  expect(output).toContain('"counts":{"new":1,"update":1,"unchanged":0,"duplicate":0,"error":0}');
  expect(output).toContain('"result":{"created":1,"updated":1,"failed":0}');
  expect(output).toContain('"nodes":[{"legalName":"Mercado Azul SA","address":{"city":"Porto"}}]');
  await rm(folder, { recursive: true });
  await server.close();
});

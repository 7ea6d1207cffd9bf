import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { startServer } from "./server.js";
import { bash, blocksOf } from "./shellBlocks.js";

const SCOPES = ["customers", "imports", "exports"].flatMap((noun) => [
  `${noun}:read`,
  `${noun}:write`,
]);

test("an import and an export by a service with curl alone, as the guide tells it", async () => {
  const server = await startServer();
  const admin = await server.signIn("admin");
  const folder = await mkdtemp(path.join(os.tmpdir(), "clientela-docs-"));
  const { data } = await admin.ask<{ createApiKey: { secret: string } }>(
    "mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }",
    { input: { name: "ERP", scopes: SCOPES } },
  );
  const script = (await blocksOf("docs/import-and-export.md", "With curl alone"))
    .replace("http://127.0.0.1:4000", server.url)
    .replace("clk_…", data.createApiKey.secret);
  const { code, output } = await bash(script, folder);
  expect({ code, output }).toMatchObject({ code: 0 });
  expect(output).toContain('"problemCode":"matchRequired"');
  expect(output).toContain('"counts":{"new":1,"update":0,"unchanged":0,"duplicate":0,"error":1}');
  expect(output).toContain('"line":3,"cells":[{"value":"Padaria"}');
  expect(output).toContain(
    '"result":{"created":2,"updated":0,"unchanged":0,"skipped":0,"failed":0}',
  );
  expect(output).toMatch(/C-\d+,Mercado Azul,Porto/);
  const told = /"sha256":"(\w+)"/.exec(output)?.[1];
  expect(output).toContain(`${told}  customers.csv`);
  expect(output).toContain('"undo":{"deleted":2,"restored":0,"kept":0,"gone":0}');
  expect(output).not.toContain('"errors"');
  await rm(folder, { recursive: true });
  await server.close();
}, 60_000);

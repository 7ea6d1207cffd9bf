import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { addAccount } from "../src/features/accounts/people/firstAdmin.js";
import { startServer } from "./server.js";
import { bash, blocksOf } from "./support/shellBlocks.js";

test("the README's commands work as described, with curl alone", async () => {
  const server = await startServer();
  const folder = await mkdtemp(path.join(os.tmpdir(), "clientela-readme-"));
  await addAccount(
    server.db,
    { name: "Ana", email: "ana@example.com", password: "correct horse 9" },
    "admin",
  );
  const script = (await blocksOf("README.md", "The graph")).replace(
    "http://127.0.0.1:4000",
    server.url,
  );
  const { code, output } = await bash(script, folder);
  expect({ code, output }).toMatchObject({ code: 0 });
  expect(output).not.toContain('"errors"');
  expect(output).toContain('"number":"C-000001"');
  expect(output).toContain('"counts":{"new":1,"update":1,"unchanged":0,"duplicate":0,"error":0}');
  expect(output).toContain('"result":{"created":1,"updated":1,"failed":0}');
  expect(output).toContain('"nodes":[{"legalName":"Mercado Azul SA","address":{"city":"Porto"}}]');
  await rm(folder, { recursive: true });
  await server.close();
});

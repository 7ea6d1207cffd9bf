import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { sweepFiles } from "../files/sweepFiles.js";
import { planned, ran, upload } from "./import.factory.js";

const DAY_MS = 24 * 60 * 60 * 1000;

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

test("the sweeper leaves the file of an import, and takes an upload that became none", async () => {
  const sheet = "Razão social;País\nPadaria São João;BR\n";
  const unused = await upload(admin, "unused.csv", sheet);
  const { id } = await planned(admin, "customers.csv", sheet);
  const { rows } = await server.app.database.pool.query(
    "SELECT file_id FROM imports WHERE id = $1",
    [id],
  );

  server.setNow(new Date(Date.now() + 2 * DAY_MS));
  await sweepFiles(server.app);

  expect((await admin.fetch(`/files/${rows[0].file_id}`)).status).toBe(200);
  expect((await admin.fetch(`/files/${unused}`)).status).toBe(404);
});

test("a file that was imported before is noticed by its bytes, whatever its name", async () => {
  const sheet = "Razão social;País\nMercado Azul;BR\n";
  const earlierOf = async (id: string) =>
    (
      await admin.ask<{ import: { earlier: { id: string } | null } }>(
        "query ($id: ID!) { import(id: $id) { earlier { id } } }",
        { id },
      )
    ).data.import.earlier;
  const first = await planned(admin, "clientes.csv", sheet);
  const whileNotRun = await planned(admin, "clientes (1).csv", sheet);
  expect(await earlierOf(whileNotRun.id)).toBeNull();

  await ran(admin, first.id);
  const again = await planned(admin, "clientes (2).csv", sheet);
  expect(await earlierOf(again.id)).toEqual({ id: first.id });
  expect(await earlierOf(first.id)).toBeNull();

  await admin.ask(
    "mutation ($input: ImportIdInput!) { undoImport(input: $input) { import { id } } }",
    {
      input: { id: first.id },
    },
  );
  expect(await earlierOf(again.id)).toBeNull();
});

test("copies that a killed process left behind are gone with the next file that is read", async () => {
  const folder = path.join(server.app.dataDir, "reading");
  await mkdir(folder, { recursive: true });
  const hours = (ago: number) => new Date(Date.now() - ago * 60 * 60_000);
  for (const [name, ago] of [
    ["killed", 2],
    ["read-now", 0.1],
  ] as const) {
    await writeFile(path.join(folder, name), "half");
    await utimes(path.join(folder, name), hours(ago), hours(ago));
  }
  await planned(admin, "customers.csv", "Razão social\nFeira\n");
  expect(await readdir(folder)).toEqual(["read-now"]);
});

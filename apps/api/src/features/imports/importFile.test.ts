import { once } from "node:events";
import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import http, { type IncomingMessage } from "node:http";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import type { Limits } from "../../platform/app.js";
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
      await admin.ask<{ import: { previousImport: { id: string } | null } }>(
        "query ($id: ID!) { import(id: $id) { previousImport { id } } }",
        { id },
      )
    ).data.import.previousImport;
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

describe("sheets that wait to be imported", () => {
  const KILOBYTE = 1024;
  const sheet = (bytes: number) => `Legal name;Country\n${"Ana;BR\n".repeat(bytes / 7)}`;
  const send = async (caller: Caller, bytes: number) => {
    const form = new FormData();
    form.set("file", new Blob([sheet(bytes)]), "customers.csv");
    const response = await caller.fetch("/files", { method: "POST", body: form });
    const body = (await response.json()) as {
      id?: string;
      errors?: { message: string; extensions: Record<string, unknown> }[];
    };
    return { status: response.status, id: body.id, error: body.errors?.[0] };
  };
  const withLimits = async (limits: Partial<Limits>, work: () => Promise<void>) => {
    const before = { ...server.app.limits };
    Object.assign(server.app.limits, limits);
    try {
      await work();
    } finally {
      Object.assign(server.app.limits, before);
    }
  };

  test("those of one person may be so large together, also where they arrive at once", async () => {
    const person = await server.signIn("admin");
    await withLimits({ waitingSheetsBytes: 300 * KILOBYTE }, async () => {
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => send(person, 120 * KILOBYTE)),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 413, 413, 413]);
      const refusal = await send(person, 120 * KILOBYTE);
      expect(refusal.error?.extensions).toMatchObject({
        code: "IMPORT_FILES_FULL",
        limitBytes: 300 * KILOBYTE,
        waitingFiles: 2,
        waitingMb: 1,
      });
      expect(refusal.error?.message).toMatch(
        /^Your spreadsheets waiting .* Run or cancel some of your/,
      );
      expect((await send(person, 10 * KILOBYTE)).status).toBe(201);
      // Another person has a limit of their own.
      expect((await send(await server.signIn("admin"), 120 * KILOBYTE)).status).toBe(201);
    });
  });

  test.each([
    ["whose length is announced", true],
    ["whose length is not", false],
  ])("one that is still arriving counts, %s", async (_case, isAnnounced) => {
    const person = await server.signIn("admin");
    const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
    const tail = "\r\n--b--\r\n";
    const contents = sheet(200 * KILOBYTE);
    const length = Buffer.byteLength(head + contents + tail);
    await withLimits({ waitingSheetsBytes: 300 * KILOBYTE }, async () => {
      const slow = http.request(`${server.url}/files`, {
        method: "POST",
        headers: {
          cookie: person.cookie,
          "content-type": "multipart/form-data; boundary=b",
          ...(isAnnounced ? { "content-length": length } : {}),
        },
      });
      slow.on("error", () => undefined);
      const answered = once(slow, "response") as Promise<[IncomingMessage]>;
      slow.write(head + contents.slice(0, 150 * KILOBYTE));
      const uploaded = async () => {
        const { rows } = await server.app.database.pool.query(
          "SELECT bytes::int FROM uploads WHERE uploaded_by_id = $1",
          [person.userId],
        );
        return rows[0]?.bytes ?? 0;
      };
      while ((await uploaded()) < 150 * KILOBYTE) await pause(10);
      const refused = await send(person, 160 * KILOBYTE);
      expect(refused.error?.extensions).toMatchObject({
        code: "IMPORT_FILES_FULL",
        waitingFiles: 0,
      });
      slow.end(contents.slice(150 * KILOBYTE) + tail);
      const [response] = await answered;
      expect(response.statusCode).toBe(201);
      response.resume();
      expect((await send(person, 80 * KILOBYTE)).status).toBe(201);
    });
  });

  test("those of all may be so large together", async () => {
    const { rows } = await server.app.database.pool.query(
      "SELECT sum(size)::int AS bytes FROM files WHERE customer_id IS NULL",
    );
    const one = await server.signIn("admin");
    const other = await server.signIn("admin");
    const allWaitingSheetsBytes = rows[0].bytes + 200 * KILOBYTE;
    await withLimits({ allWaitingSheetsBytes }, async () => {
      expect((await send(one, 120 * KILOBYTE)).status).toBe(201);
      const { status, error } = await send(other, 120 * KILOBYTE);
      expect([status, error?.extensions.code, error?.extensions.waitingFiles]).toEqual([
        413,
        "IMPORT_FILES_FULL",
        0,
      ]);
      expect(error?.message).toMatch(/^The spreadsheets of everyone/);
    });
  });

  test("an import that was cancelled makes room again", async () => {
    const person = await server.signIn("admin");
    await withLimits({ waitingSheetsBytes: 200 * KILOBYTE }, async () => {
      const { id } = await planned(person, "customers.csv", sheet(120 * KILOBYTE));
      expect((await send(person, 120 * KILOBYTE)).status).toBe(413);
      const { errors } = await person.ask(
        "mutation ($input: ImportIdInput!) { cancelImport(input: $input) { import { id } } }",
        { input: { id } },
      );
      expect(errors).toBeUndefined();
      expect((await send(person, 120 * KILOBYTE)).status).toBe(201);
    });
  });
});

import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import http from "node:http";
import { Readable } from "node:stream";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { writeFailure } from "../../platform/files/diskStorage.js";
import { makeCustomer } from "../customers/customer.factory.js";
import { formOf, makeFile } from "./file.factory.js";
import { FILES_FOLDER } from "./fileBytes.js";
import { sweepFiles } from "./sweepFiles.js";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const DAY_MS = 24 * 60 * 60 * 1000;

let server: TestServer;
let admin: Caller;
let customer: string;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  customer = (await makeCustomer(admin)).id;
});
afterAll(() => server.close());
afterEach(() => {
  server.setNow(null);
});

async function storedKeys(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of server.app.storage.list(FILES_FOLDER)) keys.push(key);
  return keys.sort();
}

async function rowCount(): Promise<number> {
  const { rows } = await server.app.database.pool.query("SELECT count(*)::int AS n FROM files");
  return rows[0].n;
}

/** Runs `act` and asserts that it leaves neither a row nor bytes behind. */
async function leavingNothing<T>(act: () => Promise<T>): Promise<T> {
  const [rows, keys] = [await rowCount(), await storedKeys()];
  const answer = await act();
  expect(await rowCount()).toBe(rows);
  expect(await storedKeys()).toEqual(keys);
  return answer;
}

const post = (caller: Pick<Caller, "fetch">, body: FormData, query = "") =>
  caller.fetch(`/files${query}`, { method: "POST", body });

async function refused(response: Response) {
  const body = (await response.json()) as {
    errors: { message: string; extensions: { code: string; issues?: { code: string }[] } }[];
  };
  return { status: response.status, ...body.errors[0]?.extensions };
}

test("a download returns the uploaded bytes, whatever type the sender claims", async () => {
  const bytes = randomBytes(700_001);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const form = new FormData();
  form.append("customerId", customer);
  form.append("file", new Blob([bytes], { type: "text/html" }), "Relatório São João.pdf");
  const response = await post(admin, form);
  expect(response.status).toBe(201);
  const made = (await response.json()) as { id: string };
  expect(made).toEqual({
    id: expect.any(String),
    name: "Relatório São João.pdf",
    mediaType: "application/octet-stream",
    size: 700_001,
    sha256,
  });
  const back = await admin.fetch(`/files/${made.id}`);
  expect(
    createHash("sha256")
      .update(Buffer.from(await back.arrayBuffer()))
      .digest("hex"),
  ).toBe(sha256);
  expect(Object.fromEntries(back.headers)).toMatchObject({
    "content-length": "700001",
    "content-type": "application/octet-stream",
    "x-content-type-options": "nosniff",
    "content-disposition":
      "attachment; filename=\"Relat_rio S_o Jo_o.pdf\"; filename*=UTF-8''Relat%C3%B3rio%20S%C3%A3o%20Jo%C3%A3o.pdf",
  });
  expect(back.headers.get("content-security-policy")).toContain("sandbox");
  const again = await admin.fetch(`/files/${made.id}`, {
    headers: { "if-none-match": back.headers.get("etag") ?? "" },
  });
  expect(again.status).toBe(304);
  const head = await admin.fetch(`/files/${made.id}`, { method: "HEAD" });
  expect(head.headers.get("content-length")).toBe("700001");
});

test("the customer can be given in the query, and a file may be empty", async () => {
  const response = await post(admin, formOf("", "empty.txt"), `?customerId=${customer}`);
  const made = (await response.json()) as { id: string; size: number };
  expect(made.size).toBe(0);
  const { data } = await admin.ask<{ node: unknown }>(
    `query ($id: ID!) { node(id: $id) { ... on File { name size url previewUrl uploadedBy { id } customer { id } } } }`,
    { id: made.id },
  );
  expect(data.node).toEqual({
    name: "empty.txt",
    size: 0,
    url: `/files/${made.id}`,
    previewUrl: null,
    uploadedBy: { id: admin.userId },
    customer: { id: customer },
  });
});

describe("refused uploads leave neither a row nor bytes behind", () => {
  test("two files in one request", async () => {
    const form = formOf("one", "one.txt", customer);
    form.append("file", new Blob(["two"]), "two.txt");
    const answer = await leavingNothing(async () => refused(await post(admin, form)));
    expect(answer).toMatchObject({ status: 400, issues: [{ path: "file", code: "one_file" }] });
  });

  test("no file, another name, another field, a field after the file, no multipart", async () => {
    const none = new FormData();
    none.append("customerId", customer);
    const named = new FormData();
    named.append("document", new Blob(["x"]), "x.txt");
    const field = new FormData();
    field.append("role", "admin");
    const late = formOf("x", "x.txt");
    late.append("customerId", customer);
    const codes: (string | undefined)[] = [];
    for (const form of [none, named, field, late]) {
      const answer = await leavingNothing(async () => refused(await post(admin, form)));
      expect(answer.status).toBe(400);
      codes.push(answer.issues?.[0]?.code);
    }
    expect(codes).toEqual(["one_file", "one_file", "not_in_list", "before_file"]);
    const json = await refused(
      await admin.fetch("/files", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: "{}",
      }),
    );
    expect(json.issues).toEqual([expect.objectContaining({ code: "multipart_expected" })]);
  });

  test("a customer that does not exist", async () => {
    const id = "01890000-0000-7000-8000-000000000000";
    const answer = await leavingNothing(async () =>
      refused(await post(admin, formOf("x", "x", id))),
    );
    expect(answer).toMatchObject({ status: 404, code: "NOT_FOUND" });
    const junk = await leavingNothing(async () =>
      refused(await post(admin, formOf("x", "x", "7"))),
    );
    expect(junk).toMatchObject({
      status: 400,
      issues: [{ path: "customerId", code: "invalid_id" }],
    });
  });

  test("more bytes than the limit, announced or not", async () => {
    const large = randomBytes(1024 * 1024 + 1);
    const announced = await leavingNothing(async () =>
      refused(await post(admin, formOf(large, "large.bin", customer))),
    );
    expect(announced).toMatchObject({ status: 413, code: "FILE_TOO_LARGE", limitMb: 1 });

    const form = new Response(formOf(large, "large.bin", customer));
    const streamed = await leavingNothing(async () =>
      refused(
        await admin.fetch("/files", {
          method: "POST",
          headers: { "content-type": form.headers.get("content-type") ?? "" },
          body: form.body,
          duplex: "half",
        }),
      ),
    );
    expect(streamed).toMatchObject({ status: 413, code: "FILE_TOO_LARGE" });
  });

  test("more bytes than a customer's files may have together, announced or not, in the trash or not", async () => {
    const { limits } = server.app;
    const { customerFilesBytes } = limits;
    limits.customerFilesBytes = 1024 * 1024;
    const full = (await makeCustomer(admin)).id;
    const there = await makeFile(admin, randomBytes(900_000), "there.bin", full);
    const trashed = await admin.ask(
      `mutation ($id: ID!) { deleteFile(input: { id: $id, version: 1 }) { file { id } } }`,
      { id: there.id },
    );
    expect(trashed.errors).toBeUndefined();
    const large = randomBytes(400_000);
    try {
      for (const [form, query] of [
        [formOf(large, "more.bin"), `?customerId=${full}`],
        [formOf(large, "more.bin", full), ""],
      ] as const) {
        const answer = await leavingNothing(async () => refused(await post(admin, form, query)));
        expect(answer).toMatchObject({ status: 413, code: "CUSTOMER_FILES_FULL", limitMb: 1 });
      }
      await makeFile(admin, randomBytes(100_000), "fits.bin", full);
    } finally {
      limits.customerFilesBytes = customerFilesBytes;
    }
  });

  test("concurrent files that exceed the limit only together", async () => {
    const { limits } = server.app;
    const { customerFilesBytes } = limits;
    limits.customerFilesBytes = 1024 * 1024;
    const { id } = await makeCustomer(admin);
    const [rows, keys] = [await rowCount(), await storedKeys()];
    try {
      const statuses = await Promise.all(
        Array.from({ length: 4 }, async () => {
          const form = formOf(randomBytes(400_000), "part.bin", id);
          return (await post(admin, form)).status;
        }),
      );
      expect(statuses.toSorted()).toEqual([201, 201, 413, 413]);
      expect(await rowCount()).toBe(rows + 2);
      expect(await storedKeys()).toHaveLength(keys.length + 2);
    } finally {
      limits.customerFilesBytes = customerFilesBytes;
    }
  });

  test("a full disk gets the status 507, and reading still works", async () => {
    const there = await makeFile(admin, "still here", "here.txt", customer);
    const { storage } = server.app;
    const { write } = storage;
    storage.write = async () => {
      const noSpace = Object.assign(new Error("write failed"), { code: "ENOSPC" });
      throw writeFailure(new Error("cannot write", { cause: noSpace }));
    };
    const answer = await leavingNothing(async () =>
      refused(await post(admin, formOf("x".repeat(200_000), "x.txt", customer))),
    ).finally(() => {
      storage.write = write;
    });
    expect(answer).toMatchObject({ status: 507, code: "STORAGE_FULL" });
    expect(await (await admin.fetch(`/files/${there.id}`)).text()).toBe("still here");
  });

  test("an upload that breaks off", async () => {
    const cookie = await cookieOf(admin);
    await leavingNothing(async () => {
      const request = http.request(`${server.url}/files?customerId=${customer}`, {
        method: "POST",
        headers: { cookie, "content-type": "multipart/form-data; boundary=b" },
      });
      request.on("error", () => undefined);
      request.write(
        '--b\r\nContent-Disposition: form-data; name="file"; filename="half.bin"\r\n\r\n',
      );
      request.write(randomBytes(300_000));
      const before = (await storedKeys()).length;
      await until(async () => (await storedKeys()).length > before);
      request.destroy();
      await until(async () => (await storedKeys()).length === before);
    });
  });

  test("a body that ends in the middle of a part", async () => {
    const answer = await leavingNothing(async () =>
      refused(
        await admin.fetch(`/files?customerId=${customer}`, {
          method: "POST",
          headers: { "content-type": "multipart/form-data; boundary=b" },
          body: '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf',
        }),
      ),
    );
    expect(answer).toMatchObject({
      status: 400,
      issues: [{ path: "file", code: "upload_broken" }],
    });
  });
});

/** Waits until a condition holds; fails after ten seconds. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error("it never came to hold");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The session cookie of a caller, as its requests carry it. */
async function cookieOf(caller: Caller): Promise<string> {
  const seen = once(server.http.server, "request");
  await caller.fetch("/healthz");
  const [request] = await seen;
  return request.headers.cookie;
}

test.each([
  ["page.html", "<!DOCTYPE html><script>alert(1)</script>", "text/html"],
  ["photo.png", "<html><body onload=alert(1)>", "text/html"],
  ["logo.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "image/svg+xml"],
  ["a.jpg", '<?xml version="1.0"?><svg onload="alert(1)"/>', "image/svg+xml"],
  ["setup.pdf", "MZ\0\0program", "application/x-msdownload"],
])("%s holding %s is never shown inline", async (name, content, mediaType) => {
  const made = await makeFile(admin, content, name, customer);
  expect(made.mediaType).toBe(mediaType);
  const response = await admin.fetch(`/files/${made.id}?inline=1`);
  expect(response.headers.get("content-disposition")).toMatch(/^attachment;/);
  expect(response.headers.get("content-security-policy")).toContain("sandbox");
});

test("images and PDF are shown inline on request", async () => {
  for (const [bytes, mediaType] of [
    [PNG, "image/png"],
    ["%PDF-1.7\n%%EOF", "application/pdf"],
  ] as const) {
    const made = await makeFile(admin, bytes, "whatever.txt", customer);
    expect(made.mediaType).toBe(mediaType);
    const inline = await admin.fetch(`/files/${made.id}?inline=1`);
    expect(inline.headers.get("content-disposition")).toMatch(/^inline;/);
    expect(inline.headers.get("content-security-policy")).toContain("default-src 'none'");
    const plain = await admin.fetch(`/files/${made.id}`);
    expect(plain.headers.get("content-disposition")).toMatch(/^attachment;/);
  }
});

test.each([
  ["../../../etc/passwd", "passwd"],
  ["..\\..\\windows\\system32\\x.dll", "x.dll"],
  ["a\u0000b\u001f.txt", "ab.txt"],
  ["invoice\u202Efdp.exe", "invoicefdp.exe"],
  ["..", "file"],
  [`${"é".repeat(300)}.pdf`, `${"é".repeat(251)}.pdf`],
])("the name %j is kept as %j", async (sent, kept) => {
  const made = await makeFile(admin, "x", sent, customer);
  expect(made.name).toBe(kept);
});

test("roles: who may upload for a customer or an import, and read each", async () => {
  const status = async (role: "sales" | "projects" | "viewer", owner?: string) =>
    (await post(await server.signIn(role), formOf("x", "x.txt", owner))).status;
  expect(await status("projects", customer)).toBe(201);
  expect(await status("projects")).toBe(403);
  expect(await status("sales", customer)).toBe(201);
  expect(await status("sales")).toBe(201);
  expect(await status("viewer", customer)).toBe(403);
  expect((await post(server.stranger, formOf("x", "x.txt", customer))).status).toBe(401);

  const [projects, viewer] = [await server.signIn("projects"), await server.signIn("viewer")];
  const sheet = await makeFile(admin, "name;tax id\n", "customers.csv");
  const file = await makeFile(admin, "text", "file.txt", customer);
  expect(sheet.mediaType).toBe("text/csv");
  expect((await projects.fetch(`/files/${sheet.id}`)).status).toBe(404);
  expect((await viewer.fetch(`/files/${sheet.id}`)).status).toBe(200);
  expect((await projects.fetch(`/files/${file.id}`)).status).toBe(200);
  expect((await server.stranger.fetch(`/files/${file.id}`)).status).toBe(401);
  for (const [id, found] of [
    [sheet.id, null],
    [file.id, { id: file.id }],
  ]) {
    const { data } = await admin.ask<{ node: unknown }>(
      "query ($id: ID!) { node(id: $id) { id } }",
      { id },
    );
    expect(data.node).toEqual(found);
  }
  const renaming = await viewer.ask(
    "mutation ($input: RenameFileInput!) { renameFile(input: $input) { file { id } } }",
    { input: { id: file.id, version: 1, name: "mine.txt" } },
  );
  expect(renaming.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
});

test.each(["01890000-0000-7000-8000-000000000000", "no-id", "%2e%2e%2fpostgres"])(
  "an unknown file %s answers 404 in JSON",
  async (id) => {
    const response = await admin.fetch(`/files/${id}`);
    expect(await refused(response)).toMatchObject({ status: 404, code: "NOT_FOUND" });
  },
);

describe("the files of a customer", () => {
  const LIST = `query ($id: ID!, $filter: FileFilter, $orderBy: FileOrder, $first: Int, $after: String) {
    customer(id: $id) { files(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount nodes { id name version } pageInfo { hasNextPage endCursor }
    } }
  }`;
  interface Listed {
    customer: {
      files: {
        totalCount: number;
        nodes: { id: string; name: string; version: number }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
  }
  let owner: string;
  beforeAll(async () => {
    owner = (await makeCustomer(admin)).id;
    await makeFile(admin, "22", "Árvore.txt", owner);
    await makeFile(admin, "333", "contrato São Paulo.txt", owner);
    await makeFile(admin, "1", "Zebra.txt", owner);
  });

  const names = async (variables: object) =>
    (await admin.ask<Listed>(LIST, { id: owner, ...variables })).data.customer.files.nodes.map(
      (node) => node.name,
    );

  test("are listed newest first, by name and by size, and found by name", async () => {
    expect(await names({})).toEqual(["Zebra.txt", "contrato São Paulo.txt", "Árvore.txt"]);
    expect(await names({ orderBy: { field: "NAME" } })).toEqual([
      "Árvore.txt",
      "contrato São Paulo.txt",
      "Zebra.txt",
    ]);
    expect(await names({ orderBy: { field: "SIZE", direction: "DESC" } })).toEqual([
      "contrato São Paulo.txt",
      "Árvore.txt",
      "Zebra.txt",
    ]);
    expect(await names({ filter: { search: "sao CONTRATO" } })).toEqual(["contrato São Paulo.txt"]);
    expect(await names({ filter: { search: "%" } })).toEqual([]);
    const { data } = await admin.ask<Listed>(LIST, { id: owner, first: 2 });
    expect(data.customer.files).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(await names({ first: 2, after: data.customer.files.pageInfo.endCursor })).toEqual([
      "Árvore.txt",
    ]);
  });

  test("are renamed, deleted and restored, with their history", async () => {
    const file = await makeFile(admin, "draft", "draft.txt", owner);
    const rename = (version: number, name: string) =>
      admin.ask<{ renameFile: { file: { name: string; version: number } } }>(
        "mutation ($input: RenameFileInput!) { renameFile(input: $input) { file { name version } } }",
        { input: { id: file.id, version, name } },
      );
    const renamed = await rename(1, "../final.txt");
    expect(renamed.data.renameFile.file).toEqual({ name: "final.txt", version: 2 });
    expect((await rename(1, "late.txt")).errors?.[0]?.extensions.code).toBe("CONFLICT");
    expect((await rename(2, " / ")).errors?.[0]?.extensions).toMatchObject({
      issues: [{ path: "name", code: "required" }],
    });

    const change = (verb: string, type: string) =>
      admin.ask(`mutation ($input: ${type}!) { ${verb}(input: $input) { file { id } } }`, {
        input: { id: file.id },
      });
    expect((await change("deleteFile", "DeleteInput")).errors).toBeUndefined();
    expect((await admin.fetch(`/files/${file.id}`)).status).toBe(404);
    expect(await names({})).not.toContain("final.txt");
    expect((await change("restoreFile", "RestoreInput")).errors).toBeUndefined();
    expect(await (await admin.fetch(`/files/${file.id}`)).text()).toBe("draft");
    const { rows } = await server.app.database.pool.query(
      "SELECT action FROM activity WHERE record_id = $1 AND customer_id = $2 ORDER BY id",
      [file.id, owner],
    );
    expect(rows.map((row) => row.action)).toEqual(["created", "updated", "deleted", "restored"]);
  });
});

test("the sweeper removes what can no longer be restored, and nothing else", async () => {
  const [kept, trashed, sheet] = [
    await makeFile(admin, "kept", "kept.txt", customer),
    await makeFile(admin, "trashed", "trashed.txt", customer),
    await makeFile(admin, "name\n", "loose.csv"),
  ];
  await admin.ask("mutation ($input: DeleteInput!) { deleteFile(input: $input) { file { id } } }", {
    input: { id: trashed.id },
  });
  const orphan = `${FILES_FOLDER}/ff/01890000-0000-7000-8000-0000000000ff`;
  await server.app.storage.write(orphan, Readable.from([Buffer.from("half")]));
  const has = async (id: string) => (await storedKeys()).some((key) => key.endsWith(id));

  await sweepFiles(server.app);
  expect([await has(trashed.id), await has(sheet.id), await has(orphan)]).toEqual([
    true,
    true,
    true,
  ]);

  server.setNow(new Date(Date.now() + 1.1 * DAY_MS));
  await sweepFiles(server.app);
  expect([await has(trashed.id), await has(sheet.id), await has(orphan)]).toEqual([
    true,
    false,
    false,
  ]);

  server.setNow(new Date(Date.now() + 30.1 * DAY_MS));
  await sweepFiles(server.app);
  expect([await has(trashed.id), await has(kept.id)]).toEqual([false, true]);
  const { rows } = await server.app.database.pool.query(
    "SELECT actor_kind FROM activity WHERE record_id = $1 AND action = 'purged'",
    [trashed.id],
  );
  expect(rows).toEqual([{ actor_kind: "SYSTEM" }]);
});

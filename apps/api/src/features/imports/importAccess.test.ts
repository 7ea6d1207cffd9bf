import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { planned } from "./import.factory.js";

let server: TestServer;
let admin: Caller;
let id: string;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  id = (await planned(admin, "secret.csv", "Name,E-mail\nAna,a@b\nEva,eva@x.com\n")).id;
});
afterAll(() => server.close());

async function keyWith(scopes: string[]): Promise<Record<string, string>> {
  const { data } = await admin.ask<{ createApiKey: { secret: string } }>(
    "mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }",
    { input: { name: scopes.join(), scopes } },
  );
  return { authorization: `Bearer ${data.createApiKey.secret}` };
}

const CELLS = [
  "rows { nodes { cells { value } } }",
  'rowCursor(offset: 1, filter: { cell: { text: "Ana" } })',
  "columns { samples }",
  "preview { cells }",
];

test.each(CELLS)("a key sees `%s` of an import only with the records' own scope", async (field) => {
  const ask = async (scopes: string[]) =>
    server.stranger.ask<{ import: object | null }>(
      `query ($id: ID!) { import(id: $id) { ${field} } }`,
      { id },
      await keyWith(scopes),
    );
  const refused = await ask(["imports:read", "contacts:read"]);
  expect(refused.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  expect(JSON.stringify(refused.data)).not.toContain("a@b");
  expect(refused.data.import).not.toBeNull();
  expect((await ask(["imports:read", "customers:read"])).errors).toBeUndefined();
});

test("a key with imports:read alone follows an import, and cannot have its workbook of mistakes", async () => {
  const headers = await keyWith(["imports:read"]);
  const { data, errors } = await server.stranger.ask<{ import: { counts: { error: number } } }>(
    "query ($id: ID!) { import(id: $id) { status counts { error } columns { header field } problems { code rows } } }",
    { id },
    headers,
  );
  expect(errors).toBeUndefined();
  expect(data.import.counts.error).toBe(1);
  const workbook = `${server.url}/imports/${id}/errors.xlsx`;
  expect((await fetch(workbook, { headers })).status).toBe(403);
  const both = await keyWith(["imports:read", "customers:read"]);
  expect((await fetch(workbook, { headers: both })).status).toBe(200);
});

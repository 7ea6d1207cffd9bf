import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { upload } from "./import.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

async function create(named: object) {
  const fileId = await upload(admin, "customers.csv", "Legal name,City\nPadaria,Olinda\n");
  return admin.ask<{ createImport: { import: object } }>(
    "mutation ($input: CreateImportInput!) { createImport(input: $input) { import { recordType kind } } }",
    { input: { fileId, ...named } },
  );
}

test.each([
  { recordType: "PROJECT" },
  { kind: "PROJECTS" },
  { recordType: "PROJECT", kind: "PROJECTS" },
])("an import takes its type of record from %o", async (named) => {
  const { data } = await create(named);
  expect(data.createImport.import).toEqual({ recordType: "PROJECT", kind: "PROJECTS" });
});

test.each([
  [{}, "recordType", "required"],
  [{ recordType: "PROJECT", kind: "ORDERS" }, "kind", "not_in_list"],
  [{ recordType: "WEBHOOK" }, "recordType", "not_in_list"],
])("an import of %o is refused", async (named, path, code) => {
  const { errors } = await create(named);
  expect(errors?.[0]?.extensions).toMatchObject({
    code: "VALIDATION_FAILED",
    issues: [{ path, code }],
  });
});

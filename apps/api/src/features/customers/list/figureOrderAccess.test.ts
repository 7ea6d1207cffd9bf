import type { Permission } from "@clientela/shared/records/roles";
import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { keyWith } from "../../../../test/support/keyWith.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

describe("who may not read a figure does not sort by it", () => {
  const LIST = "query ($orderBy: CustomerOrder) { customers(orderBy: $orderBy) { nodes { id } } }";
  const JUMP = "query ($orderBy: CustomerOrder) { customerCursorAt(row: 1, orderBy: $orderBy) }";
  const EXPORT =
    "mutation ($input: CreateExportInput!) { createExport(input: $input) { export { id } } }";
  const codeOf = async (response: ReturnType<Caller["ask"]>) =>
    (await response).errors?.[0]?.extensions.code;
  const withKey = async (scopes: readonly Permission[]): Promise<Pick<Caller, "ask">> => {
    const headers = await keyWith(admin, scopes);
    return { ask: (query, variables = {}) => server.stranger.ask(query, variables, headers) };
  };

  test.each(["OUTSTANDING", "OVERDUE", "OPEN_ORDERS"])("%s: projects", async (field) => {
    const projects = await server.signIn("projects");
    const orderBy = { field, direction: "DESC" };
    expect(await codeOf(projects.ask(LIST, { orderBy }))).toBe("FORBIDDEN");
    expect(await codeOf(projects.ask(JUMP, { orderBy }))).toBe("FORBIDDEN");
  });

  test.each(["ACTIVE_PROJECTS", "HOURS", "OVERDUE_TASKS", "LAST_ACTIVITY"])(
    "%s: projects may",
    async (field) => {
      const projects = await server.signIn("projects");
      expect(await codeOf(projects.ask(LIST, { orderBy: { field } }))).toBeUndefined();
    },
  );

  test.each<[string, Permission]>([
    ["ACTIVE_PROJECTS", "projects:read"],
    ["HOURS", "time:read"],
    ["OVERDUE_TASKS", "tasks:read"],
    ["OPEN_ORDERS", "orders:read"],
    ["OUTSTANDING", "invoices:read"],
    ["OVERDUE", "invoices:read"],
  ])("%s takes %s of a key, in lists and in exports", async (field, scope) => {
    const scopes: Permission[] = ["customers:read", "exports:write"];
    const narrow = await withKey(scopes);
    const wide = await withKey([...scopes, scope]);
    const orderBy = { field, direction: "DESC" };
    const input = { recordType: "CUSTOMER", format: "CSV", orderBy };
    expect(await codeOf(narrow.ask(LIST, { orderBy }))).toBe("FORBIDDEN");
    expect(await codeOf(narrow.ask(EXPORT, { input }))).toBe("FORBIDDEN");
    expect(await codeOf(wide.ask(LIST, { orderBy }))).toBeUndefined();
    expect(await codeOf(wide.ask(EXPORT, { input }))).toBeUndefined();
  });

  test("nor is an export chosen by what a key may not read", async () => {
    const key = await withKey(["customers:read", "exports:write"]);
    const input = { recordType: "CUSTOMER", format: "CSV", filter: { hasOverdueInvoices: true } };
    expect(await codeOf(key.ask(EXPORT, { input }))).toBe("FORBIDDEN");
  });
});

import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { issuesOf } from "../../../test/support/refusals.js";
import { OrderDirection } from "../types/page.input.js";
import { readCursor } from "./cursor.js";
import type { SortKey } from "./sortKey.js";

const ID = "01939f7a-2b4c-7d1e-8f3a-5c6d7e8f9a0b";
const ORDER = { field: "DUE_ON", direction: OrderDirection.ASC };

const cursorOf = (field: string, direction: string, value: unknown, id = ID) =>
  Buffer.from(JSON.stringify([field, direction, value, id])).toString("base64url");

const types: SortKey["type"][] = [
  "text",
  "timestamptz",
  "timestamp",
  "date",
  "numeric",
  "integer",
  "uuid",
];

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

test.each<[SortKey["type"], string]>([
  ["text", "São\u0001Ω"],
  ["text", ""],
  ["timestamptz", "2026-03-02 14:05:11.402001+00"],
  ["timestamptz", "2026-03-02 14:05:11-03"],
  ["timestamptz", "2026-03-02 14:05:11.4+05:45"],
  ["timestamptz", "-infinity"],
  ["timestamp", "2026-03-02 14:05:00"],
  ["timestamp", "infinity"],
  ["date", "2024-02-29"],
  ["date", "infinity"],
  ["numeric", "-1234567890123.45"],
  ["numeric", "0"],
  ["integer", "-2147483647"],
  ["uuid", ID],
])("%s: %j is read as PostgreSQL writes it", (type, value) => {
  expect(readCursor("after", cursorOf("DUE_ON", "ASC", value), ORDER, type)).toEqual([value, ID]);
});

test.each(types)("a value that can be no %s is refused", (type) => {
  const wrong = ["\0", ...(type === "text" ? [] : ["", "abc", "2026-02-30", "1e200000", "NaN"])];
  for (const value of [...wrong, 7, null]) {
    expect(() => readCursor("after", cursorOf("DUE_ON", "ASC", value), ORDER, type)).toThrow(
      expect.objectContaining({ issues: [{ path: "after", code: "invalid_cursor" }] }),
    );
  }
});

test.each([
  ["HOURS", "many"],
  ["HOURS", "1e200000"],
  ["OVERDUE", ""],
  ["LAST_ACTIVITY", "yesterday"],
  ["CREATED_AT", "2026-02-30 10:00:00+00"],
  ["LEGAL_NAME", "a\0b"],
])("a cursor that stands at %s %j is wrong input, not our failure", async (field, value) => {
  for (const direction of ["ASC", "DESC"]) {
    const answer = await admin.ask(
      "query ($before: String, $orderBy: CustomerOrder) { customers(before: $before, orderBy: $orderBy) { nodes { id } } }",
      { before: cursorOf(field, direction, value), orderBy: { field, direction } },
    );
    expect(issuesOf(answer)).toEqual(["before invalid_cursor"]);
  }
});

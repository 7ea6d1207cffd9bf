import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { issuesOf } from "../../../../test/support/refusals.js";
import { planned, ran } from "../import.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

test("rows are found by what their cells say, and by an issue in a column", async () => {
  const { id } = await planned(
    admin,
    "rows.csv",
    "Name,E-mail,Phone\nAna,a@b,not one\nBob,a@b.com,+551134567890\nEva,a@b,\na@b,,not one\n",
  );
  const linesOf = async (filter: object) => {
    const { data, errors } = await admin.ask<{
      import: { rows: { totalCount: number; nodes: { line: number }[] } };
    }>(
      "query ($id: ID!, $filter: ImportRowFilter) { import(id: $id) { rows(filter: $filter) { totalCount nodes { line } } } }",
      { id, filter },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    const { totalCount, nodes } = data.import.rows;
    expect(nodes).toHaveLength(totalCount);
    return nodes.map(({ line }) => line);
  };

  expect(await linesOf({ cell: { text: "a@b" } })).toEqual([2, 3, 4, 5]);
  expect(await linesOf({ cell: { text: "a@b", column: 1 } })).toEqual([2, 3, 4]);
  expect(await linesOf({ cell: { text: "a@b", column: 1, wholeCell: true } })).toEqual([2, 4]);
  expect(await linesOf({ cell: { text: "", column: 2, wholeCell: true } })).toEqual([4]);
  expect(await linesOf({ cell: { text: "A@B" } })).toEqual([]);

  expect(await linesOf({ codes: ["invalid_email"] })).toEqual([2, 4]);
  expect(await linesOf({ columns: [2] })).toEqual([2, 5]);
  // Line 2 has both, but not in the same cell.
  expect(await linesOf({ codes: ["invalid_email"], columns: [2] })).toEqual([]);
});

test("cursors of lines that no file can have, and pages too long, are refused", async () => {
  const { id } = await planned(admin, "rows.csv", "Name\nAna\n");
  const issuesFor = async (page: object) =>
    issuesOf(
      await admin.ask(
        "query ($id: ID!, $first: Int, $last: Int, $after: String) { import(id: $id) { rows(first: $first, last: $last, after: $after) { totalCount } } }",
        { id, ...page },
      ),
    );
  const after = Buffer.from("line:99999999999").toString("base64url");
  expect(await issuesFor({ after })).toEqual(["after invalid_cursor"]);
  expect(await issuesFor({ after: "junk" })).toEqual(["after invalid_cursor"]);
  expect(await issuesFor({ first: 501 })).toEqual(["first out_of_range"]);
  expect(await issuesFor({ first: 1, last: 1 })).toEqual(["last first_or_last"]);
});

test("the changes of a row are named by the fields that columns go to", async () => {
  const first = await planned(
    admin,
    "one.csv",
    "Name,Postal code,E-mail\nUno,01305-000,uno@x.com\n",
  );
  await ran(admin, first.id);
  const { id } = await planned(
    admin,
    "two.csv",
    "Name,Postal code,E-mail\nUno Ltda,01305-999,uno@x.com\n",
  );
  const { data } = await admin.ask<{
    import: { rows: { nodes: { class: string; changes: { field: string }[] }[] } };
  }>(
    "query ($id: ID!) { import(id: $id) { rows { nodes { class changes { field old new } } } } }",
    {
      id,
    },
  );
  const [row] = data.import.rows.nodes;
  expect(row?.class).toBe("UPDATE");
  expect(row?.changes).toEqual(
    expect.arrayContaining([
      { field: "legalName", old: "Uno", new: "Uno Ltda" },
      { field: "postalCode", old: "01305-000", new: "01305-999" },
    ]),
  );
});

test("the database knows at once how many rows there are to look through", async () => {
  const lines = Array.from({ length: 5_000 }, (_, at) => `Nome ${at},${at}@x.com`);
  await planned(admin, "many.csv", ["Name,E-mail", ...lines].join("\n"));
  const { rows } = await server.app.database.pool.query(
    "SELECT reltuples FROM pg_class WHERE relname IN ('import_rows', 'import_plan')",
  );
  for (const { reltuples } of rows) expect(reltuples).toBeGreaterThanOrEqual(5_000);
});

test("a row leads to its record once there is one", async () => {
  const { id } = await planned(admin, "due.csv", "Name,E-mail\nDue,due@x.com\nTre,nothing\n");
  const rows = async () => {
    const { data, errors } = await admin.ask<{ import: { rows: { nodes: object[] } } }>(
      "query ($id: ID!) { import(id: $id) { rows { nodes { line number record { __typename ... on Customer { legalName } } } } } }",
      { id },
    );
    expect(errors).toBeUndefined();
    return data.import.rows.nodes;
  };
  const none = { line: 3, number: 3, record: null };
  expect(await rows()).toEqual([{ line: 2, number: 2, record: null }, none]);
  await ran(admin, id);
  const made = { __typename: "Customer", legalName: "Due" };
  expect(await rows()).toEqual([{ line: 2, number: 2, record: made }, none]);
});

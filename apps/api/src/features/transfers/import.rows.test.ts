import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { planned } from "./import.make.js";

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

  expect(await linesOf({ says: { text: "a@b" } })).toEqual([2, 3, 4, 5]);
  expect(await linesOf({ says: { text: "a@b", column: 1 } })).toEqual([2, 3, 4]);
  expect(await linesOf({ says: { text: "a@b", column: 1, wholeCell: true } })).toEqual([2, 4]);
  expect(await linesOf({ says: { text: "", column: 2, wholeCell: true } })).toEqual([4]);
  expect(await linesOf({ says: { text: "A@B" } })).toEqual([]);

  expect(await linesOf({ codes: ["invalid_email"] })).toEqual([2, 4]);
  expect(await linesOf({ columns: [2] })).toEqual([2, 5]);
  // Line 2 has both, but not in the same cell.
  expect(await linesOf({ codes: ["invalid_email"], columns: [2] })).toEqual([]);
});

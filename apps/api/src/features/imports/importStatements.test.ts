import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { planned, ran } from "./import.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  for (const name of ["Um", "Dois", "Três"]) {
    const csv = `Legal name,City,Country\nPadaria ${name} Ltda,Recife,BR\nMercado ${name},Natal,XX\n`;
    await ran(admin, (await planned(admin, `${name}.csv`, csv)).id);
  }
});
afterAll(() => server.close());

const LIST = `query ($first: Int) { imports(first: $first) { nodes {
  id columns { header } problems { rows } createdBy { name } previousImport { id } undo { deleted restored kept gone }
  rowCursor(offset: 1) kept: rows(filter: { undo: [EDITED] }) { totalCount }
  rows(first: 2) { totalCount nodes { line changes { field } issues { message } customer { legalName } } }
} } }`;

interface Listed {
  imports: {
    nodes: {
      undo: { deleted: number };
      rows: { totalCount: number; nodes: { line: number; customer: object | null }[] };
    }[];
  };
}

test("a list of imports with their rows takes as many statements as one import", async () => {
  const statements = async (first: number): Promise<[count: number, list: Listed["imports"]]> => {
    const { data, errors, headers } = await admin.ask<Listed>(LIST, { first });
    expect(errors).toBeUndefined();
    return [Number(/desc="(\d+)"/.exec(headers.get("server-timing") ?? "")?.[1]), data.imports];
  };
  await statements(1);
  const [one] = await statements(1);
  const [three, { nodes }] = await statements(3);
  expect(nodes).toHaveLength(3);
  for (const { undo, rows } of nodes) {
    expect(undo.deleted).toBeGreaterThan(0);
    expect(rows.totalCount).toBe(2);
    expect(rows.nodes.map((row) => row.line)).toEqual([2, 3]);
    expect(rows.nodes.some((row) => row.customer !== null)).toBe(true);
  }
  expect(three).toBe(one);
});

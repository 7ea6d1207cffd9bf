import sql from "sql-template-tag";
import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { makeCustomer } from "../customer.factory.js";
import { storedOrders } from "./customerOrder.js";

describe("orders by what many have in common", () => {
  let lists: TestServer;
  let owner: Caller;
  let other: Caller;
  const ask = (field: string, direction: "ASC" | "DESC", after?: string) =>
    owner.ask<{
      customers: {
        nodes: { legalName: string }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
      };
    }>(
      `query ($orderBy: CustomerOrder, $after: String) {
        customers(first: 2, after: $after, orderBy: $orderBy) {
          nodes { legalName } pageInfo { endCursor hasNextPage }
        }
      }`,
      { orderBy: { field, direction }, after },
    );
  const walk = async (field: string, direction: "ASC" | "DESC") => {
    const seen: string[] = [];
    let after: string | undefined;
    for (;;) {
      const { nodes, pageInfo } = (await ask(field, direction, after)).data.customers;
      seen.push(...nodes.map(({ legalName }) => legalName));
      if (!pageInfo.hasNextPage) return seen;
      after = pageInfo.endCursor;
    }
  };
  const rename = (id: string, name: string) =>
    lists.app.database.pool.query("UPDATE users SET name = $2 WHERE id = $1", [id, name]);

  beforeAll(async () => {
    lists = await startServer();
    owner = await lists.signIn("admin");
    other = await lists.signIn("sales");
    await rename(owner.userId, "Zita");
    await rename(other.userId, "Ágata");
    for (const [legalName, country, status, ownerId] of [
      ["B", "PT", "ACTIVE", other.userId],
      ["a", "PT", "LEAD", owner.userId],
      ["C", "AO", "INACTIVE", null],
      ["D", "BR", "ACTIVE", owner.userId],
    ] as const) {
      await makeCustomer(owner, {
        legalName,
        address: { city: "Centro", country },
        status,
        ownerId,
      });
    }
    const { pool } = lists.app.database;
    await pool.query("UPDATE customers SET country = NULL WHERE legal_name = 'C'");
  });
  afterAll(() => lists.close());

  test.each([
    ["COUNTRY", ["D", "a", "B", "C"]],
    ["STATUS", ["a", "B", "D", "C"]],
    ["OWNER", ["B", "a", "D", "C"]],
  ])("%s, page by page in both directions", async (field, names) => {
    expect(await walk(field, "ASC")).toEqual(names);
    expect(await walk(field, "DESC")).toEqual(names.toReversed());
  });

  test("the order by owner follows another owner, and another name", async () => {
    const { pool } = lists.app.database;
    const { rows } = await pool.query("SELECT id, version FROM customers WHERE legal_name = 'B'");
    await owner.ask(
      "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id } } }",
      { input: { ...rows[0], ownerId: owner.userId } },
    );
    await pool.query("UPDATE customers SET owner_id = $1 WHERE legal_name = 'C'", [other.userId]);
    expect(await walk("OWNER", "ASC")).toEqual(["C", "a", "B", "D"]);
    await rename(owner.userId, "Aaron");
    expect(await walk("OWNER", "ASC")).toEqual(["a", "B", "D", "C"]);
    await pool.query("UPDATE customers SET owner_id = NULL WHERE legal_name = 'a'");
    expect(await walk("OWNER", "ASC")).toEqual(["B", "D", "C", "a"]);
  });

  test.each(["COUNTRY", "STATUS", "OWNER"] as const)("%s is read from its index", async (field) => {
    const client = await lists.app.database.pool.connect();
    try {
      // So few rows would be sorted otherwise.
      await client.query("BEGIN; SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off");
      const { rows } = await client.query(sql`
        EXPLAIN (COSTS OFF) SELECT r.id FROM customers r
        WHERE r.deleted_at IS NULL AND r.status <> 'ARCHIVED'
        ORDER BY ${storedOrders[field].sql} DESC, r.id DESC LIMIT 50`);
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      expect(plan).toContain("Index Scan Backward using customers_");
      expect(plan).not.toContain("Sort");
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  });
});

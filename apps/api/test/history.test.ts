import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { startServer, type TestServer } from "./server.js";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await makeCustomer(await server.signIn("admin"));
});
afterAll(() => server.close());

const asServer = (statement: string) => server.app.database.pool.query(statement);

const FORBIDDEN = [
  "UPDATE activity SET actor_name = 'somebody else'",
  "UPDATE activity SET created_at = now()",
  "DELETE FROM activity",
  "TRUNCATE activity",
  "ALTER TABLE activity DISABLE TRIGGER ALL",
  "DROP TABLE activity",
  "CREATE TABLE activity_of_ours (id uuid)",
  "SET session_replication_role = replica",
];

test.each(FORBIDDEN)("the login that the server works with may not: %s", async (statement) => {
  await expect(asServer(statement)).rejects.toMatchObject({ code: "42501" });
});

test.each(["SET ROLE NONE", "RESET ROLE", "RESET SESSION AUTHORIZATION", "DISCARD ALL"])(
  "%s makes it nobody else",
  async (statement) => {
    const client = await server.app.database.pool.connect();
    try {
      await client.query(statement);
      for (const forbidden of FORBIDDEN)
        await expect(client.query(forbidden)).rejects.toMatchObject({ code: "42501" });
    } finally {
      client.release(true);
    }
  },
);

test("it can become no other role of the database server, and reads no password hashes", async () => {
  const owner = new URL(server.databaseUrl).username;
  // Those of PostgreSQL itself, and the owner of the tables; others come and go with other tests.
  const { rows } = await server.app.database.pool.query(
    "SELECT rolname FROM pg_roles WHERE oid < 16384 OR rolname = $1",
    [owner],
  );
  expect(rows.map(({ rolname }) => rolname)).toEqual(
    expect.arrayContaining([owner, "pg_read_server_files"]),
  );
  for (const { rolname } of rows) {
    for (const become of ["SET ROLE", "SET SESSION AUTHORIZATION"])
      await expect(asServer(`${become} "${rolname}"`)).rejects.toMatchObject({ code: "42501" });
  }
  await expect(asServer("SELECT rolpassword FROM pg_authid")).rejects.toMatchObject({
    code: "42501",
  });
});

test("a trigger lets only those values be blanked that hold personal data", async () => {
  await expect(asServer("UPDATE activity SET note = 'another story'")).rejects.toThrow(
    "rows of activity are never changed",
  );
});

test("the owner of the tables cannot change history either, short of removing the trigger", async () => {
  await expect(server.asOwner("DELETE FROM activity")).rejects.toThrow(
    "rows of activity are never changed",
  );
  const { rows } = await asServer("SELECT count(*)::int AS count FROM activity");
  expect(rows[0].count).toBeGreaterThan(0);
});

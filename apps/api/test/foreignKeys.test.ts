import { startServer, type TestServer } from "./server.js";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

// Deleting a row makes PostgreSQL look for rows that reference it, including those in the trash. Users and history are never deleted.
const POINTING = `
  SELECT f.conrelid::regclass::text || ' (' || string_agg(a.attname, ', ') || ')' AS "from"
  FROM pg_constraint f JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = ANY(f.conkey)
  WHERE f.contype = 'f' AND f.connamespace = 'public'::regnamespace AND f.confrelid NOT IN ('users'::regclass, 'activity'::regclass)
    AND NOT EXISTS (
      SELECT 1 FROM pg_index i JOIN pg_attribute first ON first.attrelid = i.indrelid AND first.attnum = i.indkey[0]
      WHERE i.indrelid = f.conrelid AND first.attnum = ANY(f.conkey)
        AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', first.attname)))
  GROUP BY f.oid, f.conrelid ORDER BY 1`;

test("rows that reference another are found by an index, so that deleting scans no table", async () => {
  const { rows } = await server.app.database.pool.query<{ from: string }>(POINTING);
  expect(rows.map(({ from }) => from)).toEqual([]);
});

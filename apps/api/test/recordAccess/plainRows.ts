import type { TestServer } from "../server.js";

interface Seen {
  personId: string;
  /** The people whose customers are seen. */
  ownerIds: readonly string[];
  access: string;
}

const list = (ids: readonly string[]): string =>
  `ARRAY[${ids.map((id) => `'${id}'`).join()}]::uuid[]`;

/**
 * Deletes all rows that somebody does not see, table by table and without the product's help: what is left is what they
 * may be told of.
 */
export async function deleteHidden(server: TestServer, seen: Seen): Promise<void> {
  const { pool } = server.app.database;
  const customers = await pool.query<{ id: string; ownerId: string | null; into: string | null }>(`
    SELECT c.id, c.owner_id AS "ownerId", m.survivor_id AS into
    FROM customers c LEFT JOIN merged_customers m ON m.id = c.id`);
  const byId = new Map(customers.rows.map((row) => [row.id, row]));
  const hidden = customers.rows.flatMap(({ id, ownerId, into }) => {
    const owner = into === null ? ownerId : (byId.get(into)?.ownerId ?? null);
    return owner !== null && seen.ownerIds.includes(owner) ? [] : [id];
  });
  const ids = list(hidden);
  const tables = await pool.query<{ name: string }>(`
    SELECT c.table_name AS name FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND c.column_name = 'customer_id' AND t.table_type = 'BASE TABLE'`);
  const orphans = (table: string, column: string, owner: string) =>
    `DELETE FROM ${table} WHERE NOT EXISTS (SELECT FROM ${owner} o WHERE o.id = ${table}.${column})`;
  await server.asOwner(
    [
      "SET session_replication_role = replica",
      ...tables.rows.map(({ name }) => `DELETE FROM "${name}" WHERE customer_id = ANY(${ids})`),
      `DELETE FROM customers WHERE id = ANY(${ids})`,
      `DELETE FROM merged_customers WHERE id = ANY(${ids})`,
      `DELETE FROM customer_merges WHERE survivor_id = ANY(${ids})`,
      `DELETE FROM duplicate_pairs WHERE low_id = ANY(${ids}) OR high_id = ANY(${ids})`,
      `DELETE FROM dismissed_pairs WHERE low_id = ANY(${ids}) OR high_id = ANY(${ids})`,
      `DELETE FROM files WHERE customer_id IS NULL AND uploaded_by_id IS DISTINCT FROM '${seen.personId}'`,
      ...["imports", "exports"].map(
        (table) =>
          `DELETE FROM ${table} WHERE user_id IS DISTINCT FROM '${seen.personId}' OR record_access <> '${seen.access}'`,
      ),
      `DELETE FROM activity WHERE customer_id IS NULL AND record_type IN ('Import', 'Export', 'File')
         AND actor_id IS DISTINCT FROM '${seen.personId}'`,
      orphans("invoice_lines", "invoice_id", "invoices"),
      orphans("order_lines", "order_id", "orders"),
      orphans("quote_lines", "quote_id", "quotes"),
      orphans("merge_moves", "merge_id", "customer_merges"),
      orphans("import_rows", "import_id", "imports"),
      orphans("import_plan", "import_id", "imports"),
      orphans("webhook_deliveries", "activity_id", "activity"),
    ].join(";\n"),
  );
}

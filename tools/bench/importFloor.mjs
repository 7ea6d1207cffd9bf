// The least that an import of a file can cost: the file parsed, its rows written, and what was done to them.
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { cpuSeconds } from "./cpu.mjs";
import { COLUMNS, copyLine } from "./importFiles.mjs";
import { relatedLine } from "./relatedFiles.mjs";
import { built, fromApi } from "./stage.mjs";

const { from: copyFrom } = fromApi("pg-copy-streams");
const { readTable } = await import(built("features/spreadsheets/readTable.js"));
const { defaultLimits } = await import(built("features/spreadsheets/limits.js"));

/** The ids of the customers, in the order of their numbers. */
export const customerIds = async (client) =>
  (await client.query('SELECT id FROM customers ORDER BY number COLLATE "C"')).rows.map(
    ({ id }) => id,
  );

/** Copies lines into a table. */
export const copyInto = (client, table, columns, lines) =>
  pipeline(Readable.from(lines), client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`)));

/** The columns of a related kind's table that its lines give values for. */
export const columnsOf = ({ columns }) => ["customer_id", ...columns].join(", ");

// Each record that is new has a line of history with its first values.
const historyOf = (table) => `
  INSERT INTO activity (customer_id, record_type, record_id, action, changes, actor_kind, actor_name)
  SELECT ${table === "customers" ? "t.id" : "t.customer_id"}, '${table}', t.id, 'created', jsonb_build_array(to_jsonb(t)), 'SYSTEM', 'bench'
  FROM ${table} t WHERE t.xmin::text = pg_current_xact_id()::xid::text`;

// A document that comes in with its total has one line of that amount.
const linesOf = ({ table, lines }) => `
  INSERT INTO ${lines.table} (${lines.owner}, position, description, quantity, unit_price, total)
  SELECT t.id, 1, t.number, 1, t.total, t.total
  FROM ${table} t WHERE t.xmin::text = pg_current_xact_id()::xid::text`;

/**
 * Parses a file in one process, copies its rows into their table as they come and writes their lines and history, in one
 * transaction; answers seconds by the clock and of the processor.
 */
export async function importFloor({ run, withClient }, related, known, file) {
  await run("postgres", "CREATE DATABASE floor TEMPLATE seed");
  try {
    return await withClient("floor", async (client) => {
      const customers = related ? await customerIds(client) : [];
      const table = related?.table ?? "customers";
      const start = performance.now();
      const before = await cpuSeconds();
      let at = known;
      const line = (cells) =>
        related ? relatedLine(related, cells, at++, customers) : copyLine(cells);
      async function* lines() {
        for await (const batch of readTable(file, {}, defaultLimits, []))
          yield batch.map(({ cells }) => line(cells)).join("");
      }
      await client.query("BEGIN");
      await copyInto(client, table, related ? columnsOf(related) : COLUMNS, lines());
      if (related?.lines) await client.query(linesOf(related));
      await client.query(historyOf(table));
      await client.query("COMMIT");
      return {
        clock: (performance.now() - start) / 1_000,
        cpu: (await cpuSeconds()) - before,
      };
    });
  } finally {
    await run("postgres", "DROP DATABASE floor WITH (FORCE)");
  }
}

import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg, { type ClientBase } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { UNFINISHED_RESTORE } from "../database/unfinishedRestore.js";
import { RowSum, type RowTotals } from "./rowSum.js";

// The format of a table: COPY's text format, which all versions of PostgreSQL read. Whatever else moves whole tables
// between databases can use this module.

/** Tables that describe the place and its processes rather than the data; those of another place would be wrong. */
const OF_THE_PLACE = [
  "migrations",
  "installation",
  "storage_generations",
  "server_processes",
  "job_holders",
  "backup_runs",
  UNFINISHED_RESTORE,
];

/** Settings of a session under which values have one text form, on every server. */
const TEXT_FORM = [
  "client_encoding = 'UTF8'",
  "DateStyle = 'ISO, YMD'",
  "IntervalStyle = 'postgres'",
  "TimeZone = 'UTC'",
  "extra_float_digits = 1",
  "bytea_output = 'hex'",
];

/** A table and its columns, without the generated ones. */
export interface CopiedTable {
  name: string;
  columns: string[];
}

/** A sequence and where it is; `last` is null where it was never used. */
export interface SequencePosition {
  name: string;
  last: string | null;
}

const nameOf = ({ name }: { name: string }): string => pg.escapeIdentifier(name);
const columnsOf = ({ columns }: CopiedTable): string =>
  columns.map((column) => pg.escapeIdentifier(column)).join(", ");

/** Sets what the text form of values depends on, for the current transaction. */
export async function setTextForm(client: ClientBase): Promise<void> {
  for (const setting of TEXT_FORM) await client.query(`SET LOCAL ${setting}`);
}

/** The tables with data, large ones first; partitions are part of their table, and unlogged tables have nothing to keep. */
export async function tablesOf(client: ClientBase): Promise<CopiedTable[]> {
  const { rows } = await client.query<CopiedTable>(
    `SELECT c.relname::text AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND c.relpersistence = 'p' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
       AND c.relname <> ALL($1)
       AND NOT EXISTS (
         SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
     GROUP BY c.oid, c.relname ORDER BY pg_total_relation_size(c.oid) DESC, c.relname`,
    [OF_THE_PLACE],
  );
  return rows;
}

/** All sequences; they stand outside of transactions, so that they are read after the rows that took their numbers. */
export async function sequencesOf(client: ClientBase): Promise<SequencePosition[]> {
  const { rows } = await client.query<SequencePosition>(
    `SELECT sequencename::text AS name, last_value::text AS last FROM pg_sequences
     WHERE schemaname = 'public' ORDER BY sequencename`,
  );
  return rows;
}

/** The rows of a table, in COPY's text format. */
export const rowsOf = (client: ClientBase, table: CopiedTable): Readable =>
  // A partitioned table can be copied by a query only.
  copyOut(client, `SELECT ${columnsOf(table)} FROM ${nameOf(table)}`);

/** The rows of a query without parameters, in COPY's text format. */
export const copyOut = (client: ClientBase, query: string): Readable =>
  client.query(copyTo(`COPY (${query}) TO STDOUT`));

/** What a table holds now. */
export async function totalsOf(client: ClientBase, table: CopiedTable): Promise<RowTotals> {
  const sum = new RowSum();
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(rowsOf(client, table), sum, nowhere);
  return sum.totals;
}

/** The constraints and indexes that slow the filling of tables down, and how they are created again. */
interface Obstacle {
  remove: string;
  restore: string;
}

/**
 * Empties the tables, lets `fill` copy rows into them, and checks references at the end instead of row by row. To be
 * called in a transaction of the tables' owner, who need not be a superuser.
 */
export async function fillTables(
  client: ClientBase,
  tables: readonly CopiedTable[],
  fill: () => Promise<void>,
): Promise<void> {
  const names = tables.map(({ name }) => name);
  const obstacles = await obstaclesOf(client, names);
  for (const { remove } of obstacles) await client.query(remove);
  // Migrations put rows into some.
  await client.query(`TRUNCATE ${tables.map(nameOf).join(", ")}`);
  await fill();
  for (const { restore } of obstacles.reverse()) await client.query(restore);
}

/** Copies rows in COPY's text format into a table; returns what they were. */
export async function fillTable(
  client: ClientBase,
  table: CopiedTable,
  rows: Readable,
): Promise<RowTotals> {
  const sum = new RowSum();
  const copy = client.query(copyFrom(`COPY ${nameOf(table)} (${columnsOf(table)}) FROM STDIN`));
  await pipeline(rows, sum, copy);
  return sum.totals;
}

/** Continues sequences where they were. */
export async function setSequences(
  client: ClientBase,
  sequences: readonly SequencePosition[],
): Promise<void> {
  for (const { name, last } of sequences)
    if (last !== null)
      await client.query("SELECT setval($1::regclass, $2::bigint)", [
        pg.escapeIdentifier(name),
        last,
      ]);
}

/** The tables' triggers, foreign keys and indexes that enforce nothing. */
async function obstaclesOf(client: ClientBase, tables: readonly string[]): Promise<Obstacle[]> {
  const { rows } = await client.query<Obstacle>(
    `WITH t AS (
       SELECT c.oid, c.oid::regclass::text AS name FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY($1))
     SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', t.name, g.tgname) AS remove,
       format('ALTER TABLE %s ENABLE TRIGGER %I', t.name, g.tgname) AS restore
     FROM t JOIN pg_trigger g ON g.tgrelid = t.oid
     WHERE NOT g.tgisinternal AND g.tgenabled = 'O' AND g.tgparentid = 0
     UNION ALL
     SELECT format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
     FROM t JOIN pg_index i ON i.indrelid = t.oid
     WHERE NOT i.indisunique AND NOT i.indisexclusion AND NOT i.indisreplident AND i.indisvalid
     UNION ALL
     SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', t.name, k.conname),
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', t.name, k.conname, pg_get_constraintdef(k.oid))
     FROM t JOIN pg_constraint k ON k.conrelid = t.oid
     WHERE k.contype = 'f' AND k.conparentid = 0`,
    [tables],
  );
  return rows;
}

import type { MigrationInterface } from "typeorm";
import { migrations } from "../src/migrations.js";
import { blockingForms } from "./support/blockingForms.js";

/** Migrations up to this one were written before versions ran side by side. */
const LAST_OF_BEFORE = 1764000000161;

const stampOf = (name: string): number => Number(/\d+$/.exec(name)?.[0]);

/** What a migration sends, where every statement finds nothing. */
async function statementsOf(migration: MigrationInterface): Promise<string[]> {
  const statements: string[] = [];
  const query = async (statement: string) => {
    statements.push(statement);
    return [];
  };
  await migration.up(Object.create(null, { query: { value: query } }));
  return statements;
}

test.each(
  migrations
    .filter(({ name }) => stampOf(name) > LAST_OF_BEFORE)
    .map((one) => [one.name, one] as const),
)(
  "%s keeps nobody from the tables, and takes away nothing that the version before uses",
  async (_name, Migration) => {
    const statements = await statementsOf(new Migration());
    expect(statements.length).toBeGreaterThan(0);
    expect(blockingForms(statements)).toEqual([]);
  },
);

test.each([
  ["CREATE INDEX a ON customers (name)", /use CONCURRENTLY/],
  ["CREATE UNIQUE INDEX a ON customers (name) WHERE deleted_at IS NULL", /use CONCURRENTLY/],
  ["ALTER TABLE customers ADD CONSTRAINT a CHECK (b > 0)", /reads all rows/],
  ["ALTER TABLE deals ADD FOREIGN KEY (a) REFERENCES b", /NOT VALID/],
  ["ALTER TABLE deals ADD COLUMN a int, ALTER COLUMN b TYPE bigint", /writes all rows anew/],
  ["ALTER TABLE deals ADD a uuid NOT NULL DEFAULT gen_random_uuid()", /writes all rows anew/],
  ["ALTER TABLE deals ADD a text GENERATED ALWAYS AS (lower(b)) STORED", /writes all rows anew/],
  ["ALTER TABLE deals ADD COLUMN a int CHECK (a > 0)", /reads all rows/],
  [
    "ALTER TABLE deals ADD COLUMN a int DEFAULT 1; CREATE INDEX b ON deals (a) WHERE a IS NOT NULL",
    /use CONC/,
  ],
  ["ALTER TABLE deals ADD a int NOT NULL", /fails where there are rows/],
  ["ALTER TABLE deals ALTER a SET NOT NULL", /reads all rows/],
  ["ALTER TABLE deals RENAME COLUMN a TO b", /a version later/],
  ["ALTER TABLE deals DROP COLUMN a", /a version later/],
  ["DROP TABLE deals", /takes away/],
  ["LOCK TABLE deals", /keeps everybody out/],
])("%s is refused", (statement, reason) => {
  expect(blockingForms([statement]).join("\n")).toMatch(reason);
});

test.each([
  "CREATE TABLE a (b int CHECK (b > 0)); CREATE INDEX c ON a (b); ALTER TABLE a ADD CONSTRAINT d UNIQUE (b)",
  "CREATE INDEX CONCURRENTLY a ON customers (name)",
  "ALTER TABLE deals ADD a int NOT NULL DEFAULT 0, ADD b text, ADD CONSTRAINT c CHECK (a > 0) NOT VALID",
  "ALTER TABLE deals ADD COLUMN a int REFERENCES b; CREATE INDEX c ON deals (id) WHERE a IS NOT NULL",
  "ALTER TABLE deals VALIDATE CONSTRAINT c, DROP CONSTRAINT d, ALTER a DROP NOT NULL",
  "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ TRUNCATE a; DROP TABLE b $$; -- DROP TABLE c",
])("%s passes", (statements) => {
  expect(blockingForms([statements])).toEqual([]);
});

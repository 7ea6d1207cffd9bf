import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { getMetadataArgsStorage } from "typeorm";
import { registry } from "../src/features.js";
import { columnsOf } from "../src/platform/database/columns.js";
import { startServer, type TestServer } from "./server.js";

const PLATFORM = path.resolve(import.meta.dirname, "../src/platform");
/** What the platform keeps of its own. */
const OWN_TABLES = [
  "attempts",
  "external_ids",
  "idempotency_keys",
  "installation",
  "installation_secrets",
  "job_holders",
  "migrations",
  "server_processes",
  "storage_generations",
  "stored_removals",
];

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ works: false });
});
afterAll(() => server.close());

/** The columns by which tables point at records of features: customer_id, owner_id … */
function pointers(): string[] {
  const keys = getMetadataArgsStorage().foreignKeys;
  return registry.entities.flatMap((type) => {
    const own = keys
      .filter(({ target }) => target === type)
      .map(({ propertyName }) => propertyName);
    return columnsOf(type).flatMap(({ property, column }) =>
      own.includes(property) ? column : [],
    );
  });
}

/** A source without comments and imports, which may speak of examples. */
const codeOf = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/^import .*$/gm, "");

test("no SQL of the platform names a table or a key of a feature", async () => {
  const { rows } = await server.app.database.pool.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
  );
  const all = rows.map(({ name }) => name);
  expect(OWN_TABLES.filter((name) => !all.includes(name))).toEqual([]);
  const tables = all.filter((name) => !OWN_TABLES.includes(name));
  expect(tables).toContain("customers");
  const keys = [...new Set(pointers())];
  expect(keys).toContain("customer_id");
  const names = new RegExp(
    `\\b(?:FROM|JOIN|INTO|UPDATE|TABLE|ANALYZE)\\s+"?(?:${tables.join("|")})\\b|'(?:${tables.join("|")})'::regclass|\\b(?:${keys.join("|")})\\b`,
    "g",
  );
  const files = await readdir(PLATFORM, { recursive: true });
  const found: string[] = [];
  for (const file of files) {
    if (!file.endsWith(".ts") || file.endsWith(".test.ts")) continue;
    const code = codeOf(await readFile(path.join(PLATFORM, file), "utf8"));
    for (const [name] of code.matchAll(names)) found.push(`${file}: ${name}`);
  }
  expect(found).toEqual([]);
});

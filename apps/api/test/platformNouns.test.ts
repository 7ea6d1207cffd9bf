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
  "backup_runs",
  "external_ids",
  "idempotency_keys",
  "installation",
  "installation_secrets",
  "job_holders",
  "kept_metrics",
  "metric_changes",
  "metrics_day",
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

/** The sources of the platform without comments and imports, by file; the messages of errors may name anything. */
async function platformCode(): Promise<Map<string, string>> {
  const files = (await readdir(PLATFORM, { recursive: true })).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
  );
  const texts = files.map(async (file): Promise<[string, string]> => {
    return [file, codeOf(await readFile(path.join(PLATFORM, file), "utf8"))];
  });
  return new Map(await Promise.all(texts));
}

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
  const found: string[] = [];
  for (const [file, code] of await platformCode())
    for (const [name] of code.matchAll(names)) found.push(`${file}: ${name}`);
  expect(found).toEqual([]);
});

test("no property of the platform is named after the key of a kind of record", async () => {
  const kinds = registry.ownedRecords.map(({ type }) => type.name);
  // Uploaded files are the platform's as well.
  const nouns = ["Customer", ...kinds]
    .filter((kind) => kind !== "File")
    .map((kind) => kind.charAt(0).toLowerCase() + kind.slice(1));
  expect(nouns).toContain("timeEntry");
  const names = new RegExp(`\\b(?:${nouns.join("|")})Ids?(?:Of)?\\b`, "g");
  const found: string[] = [];
  for (const [file, code] of await platformCode())
    for (const [name] of code.matchAll(names)) found.push(`${file}: ${name}`);
  expect(found).toEqual([]);
});

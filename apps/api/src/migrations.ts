import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { MigrationInterface } from "typeorm";

type Migration = new () => MigrationInterface;

const folder = path.join(import.meta.dirname, "migrations");

const stampOf = (file: string): string => file.slice(0, file.indexOf("-"));

const isMigration = (exported: unknown): exported is Migration =>
  typeof exported === "function" &&
  typeof exported.prototype?.up === "function" &&
  typeof exported.prototype.down === "function";

/** The history of the schema, oldest first: every file of the folder, which is named after when it was written. */
export const migrations: readonly Migration[] = await Promise.all(
  readdirSync(folder)
    .filter((file) => /^\d+-[\w-]+\.[jt]s$/.test(file))
    .sort()
    .map(migrationIn),
);

/** The migration that a file exports. Throws where there is not exactly one, or one of another time stamp. */
async function migrationIn(file: string): Promise<Migration> {
  const exported: object = await import(pathToFileURL(path.join(folder, file)).href);
  const [migration, ...others] = Object.values(exported).filter(isMigration);
  if (!migration?.name.endsWith(stampOf(file)) || others.length > 0)
    throw new Error(`migrations/${file} must export one migration, named after its time stamp`);
  return migration;
}

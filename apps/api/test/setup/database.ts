import { randomBytes } from "node:crypto";
import pg from "pg";
import { templateName } from "./template.js";

/** A database of a test's own. */
export interface FreshDatabase {
  url: string;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

/** Makes a database with the current schema and no rows, in a few milliseconds. */
export const freshDatabase = (): Promise<FreshDatabase> => databaseLike(templateName);

/** Makes a database with nothing in it, not even a schema. */
export const emptyDatabase = (): Promise<FreshDatabase> => databaseLike("template1");

/** Makes a database with all that another one has now; nobody may be connected to that. */
export const copyOf = (url: string): Promise<FreshDatabase> =>
  databaseLike(new URL(url).pathname.slice(1));

async function databaseLike(template: string): Promise<FreshDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await administer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(adminUrl());
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

function adminUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url)
    throw new Error("TEST_DATABASE_URL is not set: run the tests through jest's configuration");
  return url;
}

const administer = (sql: string): Promise<void> => runAlone(adminUrl(), sql);

/** Runs a statement on a connection of its own, as the user that the address names. */
export async function runAlone(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

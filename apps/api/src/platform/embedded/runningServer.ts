import { readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { ownerName } from "./cluster.js";
import { errorCode } from "./dataFolder.js";

/** Lines of postmaster.pid, from 0: https://www.postgresql.org/docs/current/storage-file-layout.html */
const PORT_LINE = 3;
const CONNECT_MS = 5_000;

/**
 * The URL of the embedded database that another process of this machine runs on a data folder; null where none runs, or
 * it cannot be reached from here, as in another container.
 */
export async function runningServer(dataDir: string): Promise<string | null> {
  const [pid, password] = await Promise.all([
    textOf(path.join(dataDir, "postgres", "postmaster.pid")),
    textOf(path.join(dataDir, "postgres.password")),
  ]);
  const port = Number.parseInt(pid.split("\n")[PORT_LINE] ?? "", 10);
  if (!(port > 0) || password === "") return null;
  const url = `postgres://${ownerName}:${password.trim()}@127.0.0.1:${port}/${ownerName}`;
  return (await answers(url)) ? url : null;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    // As another user than its owner, or without any database: starting one says what is wrong.
    if (["ENOENT", "EACCES", "ENOTDIR"].includes(errorCode(error) ?? "")) return "";
    throw error;
  }
}

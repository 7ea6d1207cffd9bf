// A primary and a synchronous standby of Debian's PostgreSQL, one of which a failover promotes.
import { appendFileSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { fromApi } from "../bench/stage.mjs";
import { giveToOwner, Running, runAsOwner, until } from "./programs.mjs";

const pg = fromApi("pg");
const READY_MS = 30_000;
const PASSWORD = "a password of the drill";
/** A database server's own settings; the connections are those of all processes and poolers. */
const SETTINGS = [
  "listen_addresses = '127.0.0.1'",
  "max_connections = 200",
  "shared_buffers = 128MB",
  "wal_level = replica",
  "hot_standby = on",
  "max_wal_senders = 10",
  "password_encryption = scram-sha-256",
  "log_min_messages = error",
];
const ACCESS = [
  "local all all trust",
  "host replication postgres 127.0.0.1/32 trust",
  "host all postgres 127.0.0.1/32 trust",
  "host all all 127.0.0.1/32 scram-sha-256",
];

/** The folder of the programs of the newest PostgreSQL that Debian has installed. */
export function postgresPrograms() {
  const root = "/usr/lib/postgresql";
  const newest = existsSync(root)
    ? readdirSync(root).sort((a, b) => Number(b) - Number(a))[0]
    : undefined;
  if (!newest) throw new Error("Debian's package postgresql is not installed");
  return path.join(root, newest, "bin");
}

export class DatabaseServer {
  constructor(folder, port) {
    this.folder = folder;
    this.port = port;
    this.bin = postgresPrograms();
  }

  /** A URL of the database of the product, by its owner. */
  static url(port) {
    return `postgres://clientela:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/clientela`;
  }

  makePrimary() {
    mkdirSync(this.folder);
    giveToOwner(this.folder);
    runAsOwner(path.join(this.bin, "initdb"), [
      "-D",
      this.folder,
      "-U",
      "postgres",
      "-A",
      "trust",
      "--no-sync",
      "-E",
      "UTF8",
      "--locale=C.UTF-8",
    ]);
    appendFileSync(path.join(this.folder, "postgresql.conf"), `\n${SETTINGS.join("\n")}\n`);
    appendFileSync(path.join(this.folder, "pg_hba.conf"), `\n${ACCESS.join("\n")}\n`);
  }

  /** Copies a running primary, and makes this a standby of it. */
  makeStandby(primary, name) {
    mkdirSync(this.folder, { mode: 0o700 });
    giveToOwner(this.folder);
    runAsOwner(path.join(this.bin, "pg_basebackup"), [
      ...["-h", "127.0.0.1", "-p", String(primary.port), "-U", "postgres"],
      ...["-D", this.folder, "-R", "-X", "stream", "-c", "fast"],
      ...["-d", `application_name=${name}`],
    ]);
  }

  async start() {
    this.running = new Running(
      `postgres ${this.port}`,
      path.join(this.bin, "postgres"),
      ["-D", this.folder, "-p", String(this.port), "-k", this.folder],
      { asOwner: true },
    );
    await until(
      async () => (await this.query("SELECT 1").catch(() => null)) !== null,
      READY_MS,
      () => this.running.said,
    );
  }

  /** Runs a statement as the administrator. */
  async query(statement, database = "postgres") {
    const client = new pg.Client({
      host: "127.0.0.1",
      port: this.port,
      user: "postgres",
      database,
    });
    client.on("error", () => undefined);
    await client.connect();
    try {
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  }

  async makeDatabase() {
    await this.query(`CREATE ROLE clientela LOGIN CREATEROLE PASSWORD '${PASSWORD}'`);
    await this.query("CREATE DATABASE clientela OWNER clientela");
  }

  /** From now on a commit is acknowledged when the standby of that name has it, too. */
  async waitFor(standby) {
    await this.query(`ALTER SYSTEM SET synchronous_standby_names = '${standby}'`);
    await this.query("SELECT pg_reload_conf()");
    await until(
      async () =>
        (await this.query("SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'")).length >
        0,
      READY_MS,
      () => "the standby is not synchronous",
    );
  }

  /** Makes a standby the primary; it waits for no standby of its own. */
  async promote() {
    await this.query("ALTER SYSTEM SET synchronous_standby_names = ''");
    await this.query("SELECT pg_promote()");
  }

  /** As a machine that loses its power does. */
  crash() {
    this.running.kill("SIGKILL");
  }

  async end() {
    await this.running?.end("SIGINT");
  }
}

import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Role } from "@clientela/shared/records/roles";
import type { FastifyInstance } from "fastify";
import { type Logger, pino } from "pino";
import sql from "sql-template-tag";
import { v7 as uuidV7 } from "uuid";
import { hashPassword } from "../src/features/accounts/people/password.js";
import { registry } from "../src/features.js";
import { openApp, type Stop } from "../src/openApp.js";
import type { App, Limits, SingleSignOn } from "../src/platform/app.js";
import { DEFAULT_CONNECTIONS } from "../src/platform/database/connections/connectionBudget.js";
import { servingLoginOf } from "../src/platform/database/connections/servingLogin.js";
import type { Db } from "../src/platform/database/db.js";
import { CONCURRENT_COST_LIMIT, COST_LIMIT } from "../src/platform/graph/cost/queryCost.js";
import type { OpenQueue } from "../src/platform/jobs/jobs.js";
import type { Registry } from "../src/platform/registry.js";
import { createServer } from "../src/server.js";
import { freshDatabase, runAlone } from "./setup/database.js";

/** An answer of the graph as programs see it. */
export interface Answer<Data> {
  status: number;
  headers: Headers;
  data: Data;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/** Someone who talks to the test server over HTTP. */
export interface Caller {
  /** Sends a GraphQL request; `Data` is what the test expects of it. */
  ask<Data = Record<string, never>>(
    query: string,
    variables?: object,
    headers?: Record<string, string>,
  ): Promise<Answer<Data>>;
  fetch(url: string, init?: RequestInit): Promise<Response>;
  userId: string;
  /** The session's cookie, for what fetch cannot do. */
  cookie: string;
}

/** A whole server on a database of its own, listening on a free port. */
export interface TestServer {
  url: string;
  /** The database as the owner of its tables finds it. */
  databaseUrl: string;
  /** The database as the server finds it. */
  servingUrl: string;
  app: App;
  jobs: OpenQueue;
  db: Db;
  /** Runs a statement as the owner of the tables, who may do what the server may not. */
  asOwner(statement: string): Promise<void>;
  http: FastifyInstance;
  stranger: Omit<Caller, "userId" | "cookie">;
  /** Signs in a new person of this role. */
  signIn(role?: Role, headers?: Record<string, string>): Promise<Caller>;
  /** Moves the server's clock; null lets it run again. */
  setNow(now: Date | null): void;
  close(): Promise<void>;
}

const MEGABYTE = 1024 * 1024;
const PASSWORD = "correct horse battery";
// Hashing takes as long as it does on purpose; once is enough for all who sign in.
const passwordHash = hashPassword(PASSWORD);

async function ask<Data>(
  url: string,
  cookie: string,
  query: string,
  variables: object,
  headers: Record<string, string>,
): Promise<Answer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(cookie ? { cookie } : {}), ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data: Data; errors?: Answer<Data>["errors"] };
  return { status: response.status, headers: response.headers, ...body };
}

function callerWith(url: string, cookie: string): Omit<Caller, "userId" | "cookie"> {
  return {
    ask: (query, variables = {}, headers = {}) => ask(url, cookie, query, variables, headers),
    fetch: (path, init = {}) =>
      fetch(new URL(path, url), {
        ...init,
        headers: { ...(cookie ? { cookie } : {}), ...init.headers },
      }),
  };
}

const LIMITS: Limits = {
  queryCost: COST_LIMIT,
  concurrentCost: CONCURRENT_COST_LIMIT,
  responseBytes: 20 * MEGABYTE,
  responseMemoryBytes: 128 * MEGABYTE,
  requestsPerMinute: 0,
  socketsPerCaller: 100,
  socketInitMs: 5_000,
  socketRecheckMs: 20_000,
  waitingSheetsBytes: 1_000 * MEGABYTE,
  allWaitingSheetsBytes: 10_000 * MEGABYTE,
  fileBytes: MEGABYTE,
  customerFilesBytes: 100 * MEGABYTE,
  importFileBytes: 2 * MEGABYTE,
  importRows: 1_000_000,
  importChunkRows: 5_000,
};

interface ServerOptions {
  /** The features it has; all unless this says otherwise. */
  registry?: Registry;
  timeZone?: string;
  limits?: Partial<Limits>;
  publicUrl?: string;
  trustedProxies?: readonly string[];
  secretKey?: string;
  webhookNetworks?: readonly string[];
  singleSignOn?: SingleSignOn;
  /** Whether it does background work in its own process, which it does unless this says otherwise. */
  works?: boolean;
  /** Takes what the server logs. */
  log?: Logger;
  /** The longest that one statement may take. */
  statementTimeoutMs?: number;
  /** The address under which the server finds its database, for what stands between the two. */
  databaseUrl?: (url: string) => string;
}

/** For tests that ask for all that there is. */
export const UNLIMITED_ANSWERS = {
  queryCost: 1e9,
  concurrentCost: 1e9,
  responseMemoryBytes: 1e12,
} satisfies Partial<Limits>;

/** Starts the real server on a fresh database. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const database = await freshDatabase();
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "clientela-data-"));
  const log = options.log ?? pino({ level: process.env.TEST_LOG_LEVEL ?? "silent" });
  let now: Date | null = null;
  const databaseUrl = options.databaseUrl?.(database.url) ?? database.url;
  const servingUrl = servingLoginOf(databaseUrl)?.url ?? databaseUrl;
  const stops: Stop[] = [];
  const { app, jobs } = await openApp(
    {
      dataDir,
      organisation: { timeZone: options.timeZone ?? "America/Sao_Paulo", currency: "BRL" },
      publicUrl: options.publicUrl,
      trustedProxies: options.trustedProxies ?? [],
      secretKey: options.secretKey,
      webhookNetworks: options.webhookNetworks ?? [],
      singleSignOn: options.singleSignOn,
      isOptimized: process.env.PERFORMANCE !== "off",
      storageUrl: undefined,
      confirmSweep: undefined,
      backups: null,
      connections: DEFAULT_CONNECTIONS,
      limits: { ...LIMITS, ...options.limits },
    },
    {
      registry: options.registry ?? registry,
      url: servingUrl,
      part: options.works === false ? "asks" : "both",
      statementTimeoutMs: options.statementTimeoutMs,
      log,
      clock: () => now ?? new Date(),
    },
    stops,
  );
  await app.installation.claim(undefined);
  if (options.works !== false) await jobs.work(app);
  const http = await createServer(app, path.join(dataDir, "no-web"));
  for (const feature of app.registry.features) {
    const stop = await feature.start?.(app);
    if (stop) stops.push(stop);
  }
  const url = await http.listen({ port: 0, host: "127.0.0.1" });
  let people = 0;
  return {
    url,
    databaseUrl,
    servingUrl,
    app,
    jobs,
    db: app.database.db(),
    asOwner: (statement) => runAlone(database.url, statement),
    http,
    stranger: callerWith(url, ""),
    async signIn(role = "admin", headers = {}) {
      people += 1;
      const email = `${role}${people}@example.com`;
      const userId = uuidV7();
      await app.database.db().execute(sql`
        WITH person AS (
          INSERT INTO users (id, name, email, email_verified, role)
          VALUES (${userId}, ${`${role} ${people}`}, ${email}, true, ${role}) RETURNING id)
        INSERT INTO credentials (user_id, account_id, provider_id, password)
        SELECT id, id, 'credential', ${await passwordHash} FROM person`);
      const response = await fetch(`${url}/api/auth/sign-in/email`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ email, password: PASSWORD }),
      });
      const cookie = response.headers
        .getSetCookie()
        .map((one) => one.split(";")[0])
        .join("; ");
      if (!cookie) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
      return { ...callerWith(url, cookie), userId, cookie };
    },
    setNow: (instant) => {
      now = instant;
    },
    async close() {
      await http.close();
      for (const stop of stops.reverse()) await stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

// What every bench stands on: a PostgreSQL of its own in a scratch folder, and servers started on its databases.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { SERVER_FLAGS } from "../serverFlags.mjs";
import { root } from "../workspace.mjs";

/** What the API's own packages are loaded by. */
export const fromApi = createRequire(path.join(root, "apps/api/package.json"));
const pg = fromApi("pg");

/** A built file of the API, for `import`. */
export const built = (file) => new URL(`../../apps/api/dist/${file}`, import.meta.url).href;

const ADMIN = { email: "bench@example.com", password: "correct horse battery" };

/**
 * Opens the stage: `folder`, `run` and `withClient` for its databases, `serve` for servers; `close` ends all.
 * `settings` are PostgreSQL's own.
 */
export async function openStage(name, settings = {}) {
  const { startEmbedded } = await import(built("platform/embedded/embeddedPostgres.js"));
  const folder = await mkdtemp(path.join(os.tmpdir(), `${name}-`));
  const onLost = (error) => {
    throw error;
  };
  const start = () =>
    startEmbedded({ dataDir: path.join(folder, "data"), log: () => undefined, onLost });
  let embedded = await start();
  if (Object.keys(settings).length > 0) {
    const client = new pg.Client(embedded.url);
    await client.connect();
    for (const [setting, value] of Object.entries(settings))
      await client.query(`ALTER SYSTEM SET ${setting} = ${client.escapeLiteral(String(value))}`);
    await client.end();
    await embedded.stop();
    embedded = await start();
  }
  const urlOf = (database) =>
    Object.assign(new URL(embedded.url), { pathname: `/${database}` }).href;

  async function withClient(database, work) {
    const client = new pg.Client(urlOf(database));
    client.on("error", () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  return {
    folder,
    urlOf,
    withClient,
    run: (database, sql) => withClient(database, (client) => client.query(sql)),
    serve: (database, env = {}) =>
      serve({ DATABASE_URL: urlOf(database), DATA_DIR: path.join(folder, database), ...env }),
    async close() {
      await embedded.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a Node program and answers the address that it prints; `stop` ends it. */
export async function startProgram(file, env, printed, flags = []) {
  const child = spawn(process.execPath, [...flags, file], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  const url = await new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error(`${file} did not start:\n${output}`)));
    child.stdout.on("data", (chunk) => {
      output += chunk;
      const found = printed.exec(output);
      if (found) resolve(found[1]);
    });
  });
  const stop = () =>
    new Promise((resolve) => {
      child.once("exit", resolve);
      child.kill("SIGTERM");
    });
  return { pid: child.pid, url, stop };
}

async function serve(env) {
  const program = await startProgram(
    path.join(root, "apps/api/dist/main.js"),
    {
      PORT: "0",
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      LOG_LEVEL: "warn",
      ...env,
    },
    /running at (\S+)/,
    SERVER_FLAGS,
  );
  const headers = { "content-type": "application/json", origin: program.url };
  const cookie = await signIn(program.url, headers);
  const ask = async (query, variables = {}) => {
    const response = await fetch(`${program.url}/graphql`, {
      method: "POST",
      headers: { ...headers, cookie },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  return { ...program, headers: { ...headers, cookie }, ask };
}

async function signIn(url, headers) {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers,
    body: JSON.stringify(ADMIN),
  });
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
}

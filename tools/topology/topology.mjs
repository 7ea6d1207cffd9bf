// Clientela on more than one machine, played on this one with Debian's programs: a primary and a synchronous standby, PgBouncer
// in transaction mode, an address that leads to the primary of the moment, API processes, workers, and nginx in front.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { SERVER_FLAGS } from "../serverFlags.mjs";
import { root } from "../workspace.mjs";
import { DatabaseServer } from "./databases.mjs";
import { giveToOwner, Running, until } from "./programs.mjs";

const STANDBY = "standby";
const READY_MS = 60_000;
const RESTART_MS = 300;
const MAX_ERRORS = 100;
const MAX_LINE = 1_500;
const ADMIN = { email: "workload@example.com", password: "correct horse battery" };

export class Topology {
  headers = { "content-type": "application/json" };
  /** Processes of the product: "api 1", "api 2", "worker 1" … */
  processes = new Map();
  ending = false;
  /** What processes have logged as errors. */
  errors = [];

  /**
   * @param {{ folder: string, port: number, apis: number, workers: number, pooled: boolean, direct: readonly number[] }} options
   * `port` is the first of thirty; the API processes of `direct` leave PgBouncer out.
   */
  constructor({ folder, port, apis = 2, workers = 1, pooled = true, direct = [] }) {
    Object.assign(this, { folder, port, apis, workers, pooled, direct });
    this.ports = {
      nginx: port,
      direct: port + 1,
      pooler: port + 2,
      api: (at) => port + 10 + at,
      metrics: (at) => port + 20 + at,
    };
    this.url = `http://127.0.0.1:${port}`;
    this.primary = new DatabaseServer(path.join(folder, "primary"), port + 5);
    this.standby = new DatabaseServer(path.join(folder, "standby"), port + 6);
  }

  async start() {
    chmodSync(this.folder, 0o755);
    this.primary.makePrimary();
    await this.primary.start();
    await this.primary.makeDatabase();
    this.standby.makeStandby(this.primary, STANDBY);
    await this.standby.start();
    await this.primary.waitFor(STANDBY);
    this.leadTo(this.primary);
    this.nginx = new Running("nginx", "nginx", [
      "-c",
      this.write("nginx.conf", this.nginxConf()),
      "-g",
      "daemon off;",
    ]);
    // The login that serves exists once a process has migrated.
    await this.runToEnd("migrate");
    if (this.pooled) this.startPooler();
    for (let at = 1; at <= this.apis; at += 1) this.keep(`api ${at}`);
    for (let at = 1; at <= this.workers; at += 1) this.keep(`worker ${at}`);
    await this.untilReady(READY_MS);
  }

  /** Where the address of the database leads. */
  leadTo(server) {
    this.leading = server;
    this.write("primary.conf", `server 127.0.0.1:${server.port};\n`);
    this.write("pgbouncer.ini", this.poolerConf());
  }

  write(name, text) {
    const file = path.join(this.folder, name);
    writeFileSync(file, text);
    return file;
  }

  nginxConf() {
    const servers = Array.from(
      { length: this.apis },
      (_, at) => `server 127.0.0.1:${this.ports.api(at + 1)} max_fails=1 fail_timeout=1s;`,
    );
    const own = readFileSync(path.join(root, "deploy/nginx/clientela.conf"), "utf8");
    const logs = path.join(this.folder, "nginx");
    mkdirSync(logs, { recursive: true });
    return `
      load_module /usr/lib/nginx/modules/ngx_stream_module.so;
      user ${process.getuid() === 0 ? "www-data" : "nobody"};
      pid ${logs}/pid; error_log ${logs}/error.log error; worker_processes 1;
      events { worker_connections 4096; }
      stream {
        upstream primary { include ${this.folder}/primary.conf; }
        server { listen 127.0.0.1:${this.ports.direct}; proxy_pass primary; proxy_connect_timeout 1s; }
      }
      http {
        access_log off; client_body_temp_path ${logs}/body; proxy_temp_path ${logs}/proxy;
        fastcgi_temp_path ${logs}/fastcgi; uwsgi_temp_path ${logs}/uwsgi; scgi_temp_path ${logs}/scgi;
        upstream clientela_api { zone clientela_api 64k; ${servers.join(" ")} keepalive 32; }
        ${own.replace("listen 80;", `listen 127.0.0.1:${this.port};`)}
      }`;
  }

  poolerConf() {
    return `[databases]
clientela = host=127.0.0.1 port=${this.leading.port} dbname=clientela
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${this.ports.pooler}
unix_socket_dir =
auth_type = scram-sha-256
auth_user = postgres
auth_query = SELECT rolname, rolpassword FROM pg_authid WHERE rolname = $1
auth_file = ${this.folder}/users.txt
admin_users = postgres
pool_mode = transaction
max_client_conn = 500
default_pool_size = 20
server_login_retry = 1
query_wait_timeout = 20
server_check_delay = 1
`;
  }

  startPooler() {
    this.write("users.txt", '"postgres" ""\n');
    giveToOwner(path.join(this.folder, "pgbouncer.ini"));
    giveToOwner(path.join(this.folder, "users.txt"));
    this.pooler = new Running(
      "pgbouncer",
      "/usr/sbin/pgbouncer",
      [path.join(this.folder, "pgbouncer.ini")],
      { asOwner: true },
    );
  }

  environment(name) {
    const [, at] = name.split(" ");
    const isWorker = name.startsWith("worker");
    const files = path.join(this.folder, "files");
    return {
      ...process.env,
      NODE_OPTIONS: "",
      DATABASE_URL: DatabaseServer.url(this.ports.direct),
      DATABASE_POOLER_URL:
        this.pooled && !this.direct.includes(Number(at))
          ? `postgres://127.0.0.1:${this.ports.pooler}/clientela`
          : "",
      DATABASE_CONNECTIONS: "30",
      MIGRATE_AT_START: "off",
      STORAGE_URL: `file://${files}`,
      DATA_DIR: path.join(this.folder, name.replace(" ", "-")),
      PORT: String(this.ports.api(Number(at ?? 0))),
      ...(isWorker ? { WORKER_METRICS_PORT: String(this.ports.metrics(Number(at))) } : {}),
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      DRAIN_SECONDS: "1",
      LOG_LEVEL: "error",
      REQUESTS_PER_MINUTE: "0",
    };
  }

  spawn(name, settings = {}) {
    const [what] = name.split(" ");
    const program = what === "worker" ? ["worker.js"] : ["main.js", what];
    const [file, ...args] = program;
    const env = { ...this.environment(name), ...settings };
    mkdirSync(env.DATA_DIR, { recursive: true });
    const running = new Running(
      name,
      process.execPath,
      [...SERVER_FLAGS, path.join(root, "apps/api/dist", file), ...args],
      { env, cwd: this.folder },
    );
    running.child.stderr.on("data", (text) => this.noteErrors(name, text));
    return running;
  }

  noteErrors(name, text) {
    for (const line of text.split("\n"))
      if (line.includes('"level":50') && this.errors.length < MAX_ERRORS)
        this.errors.push(`${name}: ${line.slice(0, MAX_LINE)}`);
  }

  async runToEnd(name) {
    const running = this.spawn(name);
    await until(
      () => running.isGone,
      READY_MS,
      () => running.said,
    );
    if (running.child.exitCode !== 0) throw new Error(`${name} failed: ${running.said}`);
  }

  /** Starts a process, and another one whenever it ends, as an orchestrator does. */
  keep(name) {
    const running = this.spawn(name);
    this.processes.set(name, running);
    running.child.once("exit", (code) => {
      if (this.ending) return;
      if (code === 78) console.error(`${name} refused to start: ${running.said}`);
      setTimeout(() => !this.ending && this.keep(name), RESTART_MS);
    });
  }

  async untilReady(milliseconds) {
    const urls = Array.from(
      { length: this.apis },
      (_, at) => `http://127.0.0.1:${this.ports.api(at + 1)}/readyz`,
    );
    const isReady = async (url) => (await fetch(url).catch(() => null))?.ok === true;
    await until(
      async () => (await Promise.all([...urls, `${this.url}/readyz`].map(isReady))).every(Boolean),
      milliseconds,
      () =>
        [...this.processes.values()]
          .map(({ name, said }) => `${name}: ${said.slice(-500)}`)
          .join("\n"),
    );
  }

  async signIn() {
    const answer = await fetch(`${this.url}/api/auth/sign-in/email`, {
      method: "POST",
      headers: this.headers,
      body: JSON.stringify(ADMIN),
    });
    if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`);
    this.cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; ");
    this.headers = { ...this.headers, cookie: this.cookie };
  }

  /** What is wrong where DATABASE_URL leads to the pooler: such a process must not start. */
  async refusesPoolerAsDatabase() {
    if (!this.pooled) return [];
    const wrong = this.spawn("migrate", { DATABASE_URL: DatabaseServer.url(this.ports.pooler) });
    await until(
      () => wrong.isGone,
      READY_MS,
      () => wrong.said,
    );
    const isRefused = wrong.child.exitCode === 78 && wrong.said.includes("DATABASE_POOLER_URL");
    return isRefused ? [] : [`a pooler as DATABASE_URL: ${wrong.child.exitCode} ${wrong.said}`];
  }

  /** The primary is lost, the standby takes its place, and its address leads there. */
  async failOver() {
    this.primary.crash();
    await this.standby.promote();
    this.leadTo(this.standby);
    this.nginx.kill("SIGHUP");
    this.pooler?.kill("SIGHUP");
  }

  async end() {
    this.ending = true;
    await Promise.all([...this.processes.values()].map((one) => one.end()));
    await this.nginx?.end("SIGTERM");
    await this.pooler?.end("SIGTERM");
    await this.standby.end();
    await this.primary.end();
  }
}

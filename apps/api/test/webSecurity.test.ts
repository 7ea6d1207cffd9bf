import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { Writable } from "node:stream";
import { planned } from "../src/features/imports/import.factory.js";
import { createLog } from "../src/platform/log.js";
import { createServer } from "../src/server.js";
import { type Caller, startServer, type TestServer } from "./server.js";

const PASSWORD = "correct horse battery";
const JSON_TYPE = { "content-type": "application/json" };

// Everything that the server logs at its most verbose level.
let logged = "";
const log = createLog(
  "trace",
  false,
  new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  }),
);

let server: TestServer;
let admin: Caller;
let https: TestServer;
/** Trusts this machine as a proxy. */
let proxied: TestServer;
beforeAll(async () => {
  server = await startServer({ log });
  admin = await server.signIn("admin");
  https = await startServer({ publicUrl: "https://crm.example.com" });
  proxied = await startServer({ trustedProxies: ["127.0.0.1"] });
});
afterAll(async () => {
  await server.close();
  await https.close();
  await proxied.close();
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  server.stranger.fetch(path, {
    method: "POST",
    headers: { ...JSON_TYPE, ...headers },
    body: JSON.stringify(body),
  });

const emailOf = async (caller: Caller) =>
  (await caller.ask<{ viewer: { email: string } }>("{ viewer { email } }")).data.viewer.email;

async function signInAt(at: TestServer): Promise<Response> {
  const email = await emailOf(await at.signIn("viewer"));
  return at.stranger.fetch("/api/auth/sign-in/email", {
    method: "POST",
    headers: JSON_TYPE,
    body: JSON.stringify({ email, password: PASSWORD }),
  });
}

/** Sends raw bytes, which `fetch` would not; returns the bytes of the response. */
async function sendRaw(
  lines: readonly string[],
  body = "",
  to: TestServer = server,
): Promise<string> {
  const socket = net.connect(Number(new URL(to.url).port), "127.0.0.1");
  let text = "";
  socket.on("data", (chunk) => {
    text += String(chunk);
  });
  socket.write(`${lines.join("\r\n")}\r\n\r\n${body}`);
  await once(socket, "close");
  return text;
}

describe("headers of every response", () => {
  test.each(["/healthz", "/api/nothing", "/graphql", "/files/x"])("%s", async (path) => {
    const { headers } = await server.stranger.fetch(path);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy.split(";")).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "script-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("x-powered-by")).toBeNull();
    // Without https it would lock people out of their own machine.
    expect(headers.get("strict-transport-security")).toBeNull();
  });

  test("on https: Strict-Transport-Security", async () => {
    const { headers } = await https.stranger.fetch("/healthz");
    expect(headers.get("strict-transport-security")).toMatch(/max-age=\d{8}/);
  });

  test("an id of the request, which a masked error repeats", async () => {
    const first = await server.stranger.fetch("/healthz");
    const second = await server.stranger.fetch("/healthz", { headers: { "x-request-id": "mine" } });
    const ids = [first, second].map((response) => response.headers.get("x-request-id"));
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(ids[1]).toMatch(/^[0-9a-f-]{36}$/);
    expect(ids[0]).not.toBe(ids[1]);
    await server.asOwner("ALTER TABLE users RENAME COLUMN email TO broken");
    const masked = await post("/api/auth/sign-in/email", {
      email: "a@example.com",
      password: "known only here",
    });
    await server.asOwner("ALTER TABLE users RENAME COLUMN broken TO email");
    const { errors } = (await masked.json()) as {
      errors: { message: string; extensions: object }[];
    };
    const requestId = masked.headers.get("x-request-id");
    expect(masked.status).toBe(500);
    expect(errors[0]?.extensions).toEqual({ code: "INTERNAL", requestId });
    expect(errors[0]?.message).toContain(requestId);
    expect(logged).toContain(requestId);
  });
});

describe("what a browser or a proxy may cache", () => {
  const cacheOf = (response: Response) => response.headers.get("cache-control");

  test("no response to a person, successful or not", async () => {
    const seen = await planned(admin, "people.csv", "Razão social;País\nErrada;Nowhere\n");
    const query = encodeURIComponent("{ viewer { name } }");
    const answers = {
      query: await admin.fetch("/graphql", {
        method: "POST",
        headers: JSON_TYPE,
        body: JSON.stringify({ query: "{ viewer { email } }" }),
      }),
      "query by GET": await admin.fetch(`/graphql?query=${query}`, {
        headers: { "apollo-require-preflight": "1" },
      }),
      "malformed query": await post("/graphql", { query: "{" }),
      stranger: await server.stranger.fetch(`/graphql?query=${query}`),
      "error workbook": await admin.fetch(`/imports/${seen.id}/errors.xlsx`),
      "sign-in": await post("/api/auth/sign-in/email", { email: "x@example.com", password: "x" }),
      feed: await admin.fetch("/changes"),
      metrics: await admin.fetch("/metrics"),
      "no file": await admin.fetch("/files/x"),
    };
    expect(answers["error workbook"].status).toBe(200);
    for (const [name, response] of Object.entries(answers))
      expect([name, cacheOf(response)]).toEqual([name, expect.stringMatching(/no-store/)]);
  });

  test("the app's own files, by their names", async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), "clientela-web-"));
    await mkdir(path.join(folder, "assets"));
    await writeFile(path.join(folder, "index.html"), "<!doctype html>");
    await writeFile(path.join(folder, "assets", "page-1a2b.js"), "export {};");
    const http = await createServer(server.app, folder);
    const cacheAt = async (url: string) => (await http.inject(url)).headers["cache-control"];
    expect(await cacheAt("/assets/page-1a2b.js")).toBe("public, max-age=31536000, immutable");
    expect(await cacheAt("/customers")).toBe("no-cache");
    expect(await cacheAt("/assets/page-0000.js")).toBe("no-store");
    await http.close();
    await rm(folder, { recursive: true });
  });
});

describe("the session's cookie", () => {
  test("is for this server and not for scripts", async () => {
    const [cookie = ""] = (await signInAt(server)).headers.getSetCookie();
    expect(cookie).toMatch(/^clientela\.session_token=/);
    const flags = cookie.split("; ").slice(1);
    expect(flags).toEqual(expect.arrayContaining(["HttpOnly", "SameSite=Lax", "Path=/"]));
    expect(cookie).not.toMatch(/Secure|Domain/);
  });

  test("on https is bound to this host, and invalid without the binding", async () => {
    const [cookie = ""] = (await signInAt(https)).headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-clientela\.session_token=/);
    const flags = cookie.split("; ").slice(1);
    expect(flags).toEqual(expect.arrayContaining(["HttpOnly", "SameSite=Lax", "Path=/", "Secure"]));
    expect(cookie).not.toContain("Domain");
    const pair = cookie.split(";")[0] ?? "";
    const requestWith = (cookieHeader: string) =>
      https.stranger.ask("{ viewer { name } }", {}, { cookie: cookieHeader });
    expect((await requestWith(pair)).status).toBe(200);
    expect((await requestWith(pair.replace("__Host-", ""))).status).toBe(401);
    expect((await requestWith(pair.replace("__Host-", "__Secure-"))).status).toBe(401);
  });
});

describe("a write from another site is refused, whatever cookie it carries", () => {
  test.each(["/files", "/graphql", "/api/auth/sign-in/email", "/api/auth/sign-out", "/api/join"])(
    "%s",
    async (path) => {
      for (const origin of ["https://evil.example", "null", `${server.url}.evil.example`]) {
        const response = await admin.fetch(path, {
          method: "POST",
          headers: { ...JSON_TYPE, origin },
          body: "{}",
        });
        expect([origin, response.status]).toEqual([origin, 403]);
      }
      const own = await admin.fetch(path, {
        method: "POST",
        headers: { ...JSON_TYPE, origin: server.url },
        body: "{}",
      });
      expect(own.status).not.toBe(403);
      // The sign-out among these is real.
      admin = await server.signIn("admin");
    },
  );

  test("the public address is our own, also behind a proxy that changes Host", async () => {
    const caller = await https.signIn("viewer");
    const ask = (origin: string) => caller.ask("{ viewer { name } }", {}, { origin });
    expect((await ask("https://crm.example.com")).status).toBe(200);
    expect((await ask("https://crm.example.com.evil.example")).status).toBe(403);
  });
});

test.each(["GET", "POST", "PUT", "DELETE", "PATCH"])(
  "an unknown path of the API answers %s with 404 in JSON",
  async (method) => {
    for (const path of ["/api/nothing", "/api", "/api/auth/sign-up/email", "/api/%0d%0aX: 1"]) {
      const response = await server.stranger.fetch(path, { method });
      expect([path, response.status]).toEqual([path, 404]);
      expect(response.headers.get("content-type")).toMatch(/^application\/json/);
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: "NOT_FOUND" } }],
      });
    }
  },
);

describe("a malformed header is refused with a message, or ignored", () => {
  const ODD_HEADERS = [
    ...["Host: [", "Host: a b", "Host: x:99999999", "Host: %00", "Host: http://[::1", "Host:"],
    ...["Origin: [", "Origin: http://[", `Origin: ${"x".repeat(3_000)}`],
    ...["X-Forwarded-For: ,,", "X-Forwarded-For: 999.1.1.1", `X-Forwarded-For: ${"9".repeat(400)}`],
    ...[
      "X-Forwarded-Host: [",
      "X-Forwarded-Host: a b, c",
      "X-Forwarded-Proto: javascript",
      "Forwarded: for=[;;",
    ],
    ...["Cookie: %E0%A4%A", "Cookie: clientela.session_token=%E0%A4%A", "Cookie: ;;=;=,"],
    ...[
      "Cookie: clientela.session_token=.",
      "Cookie: clientela.device=%00",
      "Authorization: Bearer",
    ],
    ...[
      "Authorization: Bearer clk_",
      "Accept-Language: *;q=x,,-",
      "Accept-Encoding: ,;q=",
      "Range: bytes=9-1",
    ],
    ...[
      'If-None-Match: "',
      "Idempotency-Key: ",
      "X-View-As-Role: []",
      "Content-Type: application/json; charset=x",
    ],
  ];
  const BODY = JSON.stringify({
    email: "a@example.com",
    password: "x",
    query: "{ viewer { name } }",
  });

  test.each(ODD_HEADERS)("%s", async (header) => {
    const own = header.startsWith("Host:") ? [header] : ["Host: x", header];
    const type = header.startsWith("Content-Type") ? [] : ["Content-Type: application/json"];
    const requestWith = [
      "POST /api/auth/sign-in/email HTTP/1.1",
      "POST /api/auth/sign-out HTTP/1.1",
      "POST /graphql HTTP/1.1",
      "GET /healthz HTTP/1.1",
      "GET /files/01890000-0000-7000-8000-000000000000 HTTP/1.1",
    ];
    for (const line of requestWith) {
      const length = line.startsWith("GET") ? [] : [`Content-Length: ${BODY.length}`];
      const head = [line, ...own, ...type, ...length, "Connection: close"];
      const answer = await sendRaw(head, line.startsWith("GET") ? "" : BODY, proxied);
      const status = Number(answer.split(" ")[1]);
      expect([line, status, answer]).toEqual([
        line,
        expect.any(Number),
        expect.stringMatching(/^HTTP/),
      ]);
      expect([line, status < 500]).toEqual([line, true]);
    }
  });
});

describe("what is logged", () => {
  const linesOf = (text: string) => text.split("\n").filter((line) => line !== "");

  test("a line break in a name, value or path starts no line of the log and no header", async () => {
    const before = logged.length;
    const answers = await Promise.all([
      sendRaw([
        "GET /healthz HTTP/1.1",
        "Host: x",
        "User-Agent: a\rLevel: 60",
        "Connection: close",
      ]),
      sendRaw(["GET /healthz HTTP/1.1", "Host: x", "X-A\nForged: 1", "Connection: close"]),
      sendRaw(["GET /healthz\r\rforged HTTP/1.1", "Host: x", "Connection: close"]),
      sendRaw(["GET /api/%0d%0aForged:1 HTTP/1.1", "Host: x", "Connection: close"]),
    ]);
    expect(answers.map((answer) => answer.split(" ")[1])).toEqual(["400", "400", "400", "404"]);
    for (const answer of answers) expect(answer.split("\r\n\r\n")[0]).not.toMatch(/^forged/im);
    await post("/api/auth/sign-in/email", { email: "a\r\n{forged}", password: "x" });
    await admin.ask(`query A { nodes(ids: ["a\\r\\n{forged}"]) { id } }`);
    const lines = linesOf(logged.slice(before));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => typeof JSON.parse(line).level !== "number")).toEqual([]);
    expect(lines.filter((line) => line.startsWith("{forged"))).toEqual([]);
  });

  test("no password, cookie, key or token of a link is logged, at any level and after any failure", async () => {
    const person = await server.signIn("admin");
    const invited = await person.ask<{ inviteUser: { path: string } }>(
      `mutation { inviteUser(input: { name: "B", email: "b@example.com", role: viewer }) { path } }`,
    );
    const token = invited.data.inviteUser.path.split("token=")[1] ?? "";
    const made = await person.ask<{ createApiKey: { secret: string } }>(
      `mutation { createApiKey(input: { name: "K", scopes: ["customers:read"] }) { secret } }`,
    );
    const { secret } = made.data.createApiKey;
    const bearer = { authorization: `Bearer ${secret}` };
    const signedIn = await signInAt(server);
    const cookie = signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const CHANGE = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { changed } }`;
    const attempts = async () => {
      await server.stranger.fetch(`/join?token=${token}`);
      await post("/api/join", { token: `${token}x`, password: "first-secret-pass" });
      await post("/api/auth/sign-in/email", { email: "b@example.com", password: "second-secret" });
      await person.ask(CHANGE, {
        input: { currentPassword: "third-secret", newPassword: "fourth-secret" },
      });
      await server.stranger.ask("{ customers { totalCount } }", {}, bearer);
      await server.stranger.ask("{ customers { totalCount } }", {}, { cookie });
    };
    await attempts();
    for (const table of ["users", "sessions", "api_keys", "account_links"]) {
      await server.asOwner(`ALTER TABLE ${table} RENAME TO ${table}_away`);
      await attempts();
      await server.asOwner(`ALTER TABLE ${table}_away RENAME TO ${table}`);
    }
    expect(logged).toContain("request failed");
    const secrets = [
      token,
      secret.split("_").slice(2).join("_"),
      cookie.split("=")[1]?.split(".")[0],
      ...["first-secret-pass", "second-secret", "third-secret", "fourth-secret", PASSWORD],
    ];
    for (const one of secrets) {
      expect(one?.length).toBeGreaterThan(8);
      expect(logged).not.toContain(one);
    }
  });
});

import { startTcpProxy, type TcpProxy } from "./network/tcpProxy.js";
import { type Caller, startServer, type TestServer } from "./server.js";

const CREATE = `mutation {
  createCustomer(input: { legalName: "Ana", address: { city: "Recife", country: "BR" } }) { customer { id } }
}`;
const COUNT = "{ customers { totalCount } }";

let proxy: TcpProxy;
let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  const real = new URL(process.env.TEST_DATABASE_URL ?? "");
  proxy = await startTcpProxy({ host: real.hostname, port: Number(real.port || 5432) });
  server = await startServer({
    databaseUrl: (given) => {
      const url = new URL(given);
      url.hostname = "127.0.0.1";
      url.port = String(proxy.port);
      return url.href;
    },
  });
  admin = await server.signIn("admin");
});
afterAll(async () => {
  await server.close();
  await proxy.close();
});

async function timed(path: string) {
  const start = performance.now();
  const response = await server.stranger.fetch(path);
  return { response, ms: performance.now() - start };
}

/** Repeats a request until the response is right; throws when that takes too long. */
async function backWithin(ms: number): Promise<void> {
  const deadline = performance.now() + ms;
  for (;;) {
    const ready = await server.stranger.fetch("/readyz");
    const response = await admin.ask(COUNT);
    if (ready.status === 200 && response.status === 200) return;
    if (performance.now() > deadline) throw new Error(`still ${ready.status}, ${response.status}`);
  }
}

describe("the database is gone", () => {
  test("the server reports it at once, stays alive, and recovers by itself", async () => {
    expect((await admin.ask(CREATE)).errors).toBeUndefined();
    await proxy.cut();
    const { response, ms } = await timed("/readyz");
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "2"]);
    expect(ms).toBeLessThan(2_000);
    expect((await timed("/healthz")).response.status).toBe(200);
    for (const query of [COUNT, CREATE]) {
      const answer = await admin.ask(query);
      expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "2"]);
      expect(answer.errors?.[0]?.extensions.code).toBe("UNAVAILABLE");
    }
    const signIn = await server.stranger.fetch("/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: "ana@example.com", password: "correct horse" }),
    });
    expect(signIn.status).toBe(503);
    await proxy.mend();
    await backWithin(5_000);
    const { data } = await admin.ask<{ customers: { totalCount: number } }>(COUNT);
    expect(data.customers.totalCount).toBe(1);
  });

  test("during requests: each gets its whole response or a 503, and no write is half done", async () => {
    const before = await admin.ask<{ customers: { totalCount: number } }>(COUNT);
    let written = 0;
    const statuses = new Set<number>();
    let cut = false;
    const worker = async () => {
      for (let turn = 0; turn < 40; turn += 1) {
        const answer = await admin.ask(CREATE);
        statuses.add(answer.status);
        if (answer.status === 200) written += 1;
        if (written > 20 && !cut) {
          cut = true;
          await proxy.cut();
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    expect([...statuses].sort()).toEqual([200, 503]);
    await proxy.mend();
    await backWithin(5_000);
    const after = await admin.ask<{ customers: { totalCount: number } }>(COUNT);
    const grown = after.data.customers.totalCount - before.data.customers.totalCount;
    // A commit whose response was lost is in effect, though its caller was told to try again.
    expect(grown).toBeGreaterThanOrEqual(written);
    expect(grown).toBeLessThanOrEqual(written + 8);
  });

  test("it accepts connections but does not respond: not ready within two seconds, alive all along", async () => {
    proxy.fallSilent();
    const { response, ms } = await timed("/readyz");
    expect(response.status).toBe(503);
    expect(ms).toBeLessThan(2_000);
    expect((await timed("/healthz")).response.status).toBe(200);
    await proxy.mend();
    await backWithin(5_000);
  });
});

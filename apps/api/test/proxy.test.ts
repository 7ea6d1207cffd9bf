import { startServer, type TestServer } from "./server.js";

const CALLER = "203.0.113.9";

let proxied: TestServer;
let direct: TestServer;
beforeAll(async () => {
  proxied = await startServer({ trustedProxies: ["127.0.0.0/8"] });
  direct = await startServer();
});
afterAll(async () => {
  await proxied.close();
  await direct.close();
});

/** Tries a password on an account of its own, as a proxy forwards it; returns the status. */
async function tryFrom(server: TestServer, address: string): Promise<number> {
  const response = await server.stranger.fetch("/api/auth/sign-in/email", {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": address },
    body: JSON.stringify({ email: `from${address}@example.com`, password: "wrong password" }),
  });
  return response.status;
}

const useUp = (server: TestServer, network: string) =>
  server.app.database.pool.query(
    "INSERT INTO attempt_counts (key, points, expire) VALUES ($1, 100, $2)",
    [`network:${network}`, Date.now() + 60_000],
  );

test("attempts are counted by the network of the caller, which the proxy names last", async () => {
  await useUp(proxied, CALLER);
  expect(await tryFrom(proxied, CALLER)).toBe(429);
  expect(await tryFrom(proxied, `203.0.113.10, ${CALLER}`)).toBe(429);
  expect(await tryFrom(proxied, "203.0.113.10")).toBe(401);
});

test("callers without a proxy cannot claim another address", async () => {
  await useUp(direct, "127.0.0.1");
  expect(await tryFrom(direct, "203.0.113.11")).toBe(429);
});

test("a session shows where it was opened from", async () => {
  const from = async (server: TestServer) => {
    await server.app.database.pool.query("DELETE FROM attempt_counts");
    const person = await server.signIn("viewer", { "x-forwarded-for": CALLER });
    const { data } = await person.ask<{ viewer: { sessions: { ipAddress: string }[] } }>(
      "{ viewer { sessions { ipAddress } } }",
    );
    return data.viewer.sessions[0]?.ipAddress;
  };
  expect(await from(proxied)).toBe(CALLER);
  expect(await from(direct)).toBe("127.0.0.1");
});

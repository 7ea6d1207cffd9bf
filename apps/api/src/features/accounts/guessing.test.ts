import { Secret, TOTP } from "otpauth";
import sql from "sql-template-tag";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { hashSecret } from "../../platform/security/secretToken.js";

// Guessing strangers lock nobody out, and cannot guess for long.

const PASSWORD = "correct horse battery";
const JSON_TYPE = { "content-type": "application/json" };

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ trustedProxies: ["127.0.0.1"] });
});
afterAll(() => server.close());

interface From {
  /** The address that the proxy reports. */
  at: string;
  cookie?: string;
}

const post = (path: string, body: object, { at, cookie }: From) =>
  server.stranger.fetch(path, {
    method: "POST",
    headers: { ...JSON_TYPE, "x-forwarded-for": at, ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  });

const signIn = (email: string, password: string, from: From) =>
  post("/api/auth/sign-in/email", { email, password }, from);

const accountOf = (email: string) => hashSecret(email).slice(0, 32);

/** Two guesses, as if some had been made there already: each takes its time. */
async function guessesAfter(count: number, email: string, from: From): Promise<number[]> {
  const first = await signIn(email, "first guess", from);
  const key = `pair:${accountOf(email)} ${from.at}`;
  await server.db.execute(sql`UPDATE attempt_counts SET points = ${count} WHERE key = ${key}`);
  const second = await signIn(email, "a guess", from);
  return [first.status, second.status, (await signIn(email, "a guess", from)).status];
}

const deviceOf = (text: string) => /clientela\.device=[^;]+/.exec(text)?.[0] ?? "";

async function emailOf(caller: Caller): Promise<string> {
  return (await caller.ask<{ viewer: { email: string } }>("{ viewer { email } }")).data.viewer
    .email;
}

/** A person who signed in before from 10.1.0.1. */
async function someone(): Promise<{ caller: Caller; email: string; device: string }> {
  const caller = await server.signIn("viewer", { "x-forwarded-for": "10.1.0.1" });
  return { caller, email: await emailOf(caller), device: deviceOf(caller.cookie) };
}

/** As if there had been so many guesses from elsewhere today. */
async function attack(email: string): Promise<void> {
  await signIn(email, "first guess", { at: "10.9.9.9" });
  const key = `account-day:${accountOf(email)}`;
  expect(
    await server.db.execute(sql`UPDATE attempt_counts SET points = 50 WHERE key = ${key}`),
  ).toBe(1);
}

test("ten wrong from each of many networks: the right password gets in from everywhere it may", async () => {
  const { email, device } = await someone();
  const ten: number[] = [];
  for (let at = 0; at < 11; at += 1)
    ten.push((await signIn(email, `guess ${at}`, { at: "10.2.0.1" })).status);
  expect(ten).toEqual([...Array(10).fill(401), 429]);
  await attack(email);
  // Once fifty were wrong, each further network has five a day.
  const five: number[] = [];
  for (let at = 0; at < 6; at += 1)
    five.push((await signIn(email, `guess ${at}`, { at: "10.2.0.2" })).status);
  expect(five).toEqual([...Array(5).fill(401), 429]);
  expect((await signIn(email, PASSWORD, { at: "10.2.0.1" })).status).toBe(429);
  expect((await signIn(email, PASSWORD, { at: "10.3.0.1" })).status).toBe(200);
  expect((await signIn(email, PASSWORD, { at: "10.1.0.1" })).status).toBe(200);
  expect((await signIn(email, PASSWORD, { at: "10.2.0.1", cookie: device })).status).toBe(200);
});

test("a browser that the person is known by is not counted with the strangers of its network", async () => {
  const { email, device } = await someone();
  const at = "10.1.0.1";
  expect(await guessesAfter(9, email, { at })).toEqual([401, 401, 429]);
  await server.db.execute(
    sql`UPDATE attempt_counts SET points = 1000 WHERE key = ${`network:${at}`}`,
  );
  expect((await signIn(email, PASSWORD, { at })).status).toBe(429);
  expect((await signIn(email, PASSWORD, { at, cookie: device })).status).toBe(200);
  // What it guesses itself is counted.
  await signIn(email, "a guess", { at, cookie: device });
  await server.db.execute(sql`UPDATE attempt_counts SET points = 10 WHERE key LIKE 'device:%'`);
  expect((await signIn(email, PASSWORD, { at, cookie: device })).status).toBe(429);
  await server.db.execute(sql`DELETE FROM attempt_counts`);
});

test("a browser is known for those alone who signed in with it", async () => {
  const { email, device } = await someone();
  const thief = await someone();
  const from = { at: "10.4.0.1", cookie: thief.device };
  expect(await guessesAfter(9, email, from)).toEqual([401, 401, 429]);
  expect((await signIn(email, PASSWORD, from)).status).toBe(429);
  expect((await signIn(email, PASSWORD, { at: "10.4.0.1", cookie: device })).status).toBe(200);
  const made = `clientela.device=${"x".repeat(32)}`;
  expect((await signIn(email, "a guess", { at: "10.4.0.1", cookie: made })).status).toBe(429);
});

test("two people at one browser are both known by it, until the password changes", async () => {
  const [one, other] = [await someone(), await someone()];
  const second = await signIn(other.email, PASSWORD, { at: "10.5.0.1", cookie: one.device });
  expect(deviceOf(second.headers.getSetCookie().join())).toBe(one.device);
  const from = { at: "10.5.0.1", cookie: one.device };
  for (const { email } of [one, other]) {
    expect((await guessesAfter(9, email, { at: "10.5.0.1" })).at(-1)).toBe(429);
    expect((await signIn(email, PASSWORD, from)).status).toBe(200);
  }
  const changed = await one.caller.ask(
    `mutation { changePassword(input: { currentPassword: "${PASSWORD}", newPassword: "another horse 9" }) { changed } }`,
  );
  expect(changed.errors).toBeUndefined();
  expect((await signIn(one.email, "another horse 9", from)).status).toBe(429);
  expect((await signIn(other.email, PASSWORD, from)).status).toBe(200);
});

test("an office that arrives at once gets in, however much was typed wrong there before", async () => {
  const { email } = await someone();
  const at = "10.6.0.1";
  await signIn(email, "wrong", { at });
  await server.db.execute(sql`
    UPDATE attempt_counts SET points = 96 WHERE key IN (${`network:${at}`}, ${`site-day:${at}`})`);
  const arrived = await Promise.all(
    Array.from({ length: 12 }, () => signIn(email, PASSWORD, { at })),
  );
  expect(arrived.map(({ status }) => status)).toEqual(Array(12).fill(200));
  const left = await server.db.row<{ points: number }>(
    sql`SELECT points FROM attempt_counts WHERE key = ${`network:${at}`}`,
  );
  expect(left).toEqual({ points: 96 });
});

test("concurrent attempts, or other addresses within one connection's range, allow no more guesses", async () => {
  const { email } = await someone();
  const at = "10.7.0.1";
  await guessesAfter(4, email, { at });
  const together = await Promise.all(
    Array.from({ length: 20 }, (_, guess) => signIn(email, `guess ${guess}`, { at })),
  );
  expect(together.filter(({ status }) => status === 401)).toHaveLength(4);
  await attack(email);
  const moving: number[] = [];
  for (let net = 0; net < 7; net += 1)
    moving.push((await signIn(email, "a guess", { at: `2001:db8:0:${net}::1` })).status);
  expect(moving).toEqual([...Array(5).fill(401), 429, 429]);
});

test("attempts on an unknown address are counted like those on a known one, and are not stored", async () => {
  const email = "nobody-has-this@example.com";
  expect(await guessesAfter(9, email, { at: "10.8.0.1" })).toEqual([401, 401, 429]);
  const { rows } = await server.app.database.pool.query(
    "SELECT string_agg(key, ' ') AS keys FROM attempt_counts",
  );
  expect(rows[0].keys).not.toContain("nobody-has-this");
});

interface Secured {
  email: string;
  secret: string;
  backupCodes: string[];
  device: string;
  caller: Caller;
}

/** A person with a second step, who signed in with it before. */
async function secured(): Promise<Secured> {
  const { caller, email } = await someone();
  const ask = async <Data>(query: string) => {
    const { data, errors } = await caller.ask<Data>(query);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const { startTwoFactor } = await ask<{ startTwoFactor: { secret: string } }>(
    `mutation { startTwoFactor(input: { password: "${PASSWORD}" }) { secret } }`,
  );
  const { secret } = startTwoFactor;
  const { confirmTwoFactor } = await ask<{ confirmTwoFactor: { backupCodes: string[] } }>(
    `mutation { confirmTwoFactor(input: { code: "${totp(secret)}" }) { backupCodes } }`,
  );
  return { email, secret, device: deviceOf(caller.cookie), caller, ...confirmTwoFactor };
}

let clock = Date.now();
// Each code counts once, so each is of another period.
function totp(secret: string): string {
  clock += 60_000;
  server.setNow(new Date(clock));
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock });
}

async function showCode(email: string, code: string, from: From): Promise<number> {
  const step = (await (await signIn(email, PASSWORD, from)).json()) as {
    twoFactorChallenge?: string;
  };
  return (
    await post(
      "/api/auth/sign-in/code",
      { twoFactorChallenge: step.twoFactorChallenge, code },
      from,
    )
  ).status;
}

test("someone with the password cannot guess codes from many networks, nor lock the person out", async () => {
  const { email, secret, backupCodes, device } = await secured();
  const guesses: number[] = [];
  for (let network = 1; network <= 7; network += 1)
    guesses.push(await showCode(email, "000000", { at: `10.10.0.${network}` }));
  expect(guesses).toEqual([...Array(5).fill(400), 429, 429]);
  expect(await showCode(email, totp(secret), { at: "10.11.0.1" })).toBe(429);
  expect(await showCode(email, totp(secret), { at: "10.11.0.1", cookie: device })).toBe(200);
  expect(await showCode(email, backupCodes[0] ?? "", { at: "10.12.0.1" })).toBe(200);
});

test("someone with one session of a person cannot guess in it, nor lock the person out of another", async () => {
  const { caller, email } = await someone();
  const start = (asker: Pick<Caller, "ask">, password: string, cookie?: string) =>
    asker.ask(
      "mutation ($input: CurrentPasswordInput!) { startTwoFactor(input: $input) { secret } }",
      { input: { password } },
      cookie ? { cookie } : {},
    );
  await start(caller, "a guess");
  await server.db.execute(sql`UPDATE attempt_counts SET points = 9 WHERE key LIKE 'proof:%'`);
  const codes: unknown[] = [];
  for (const guess of ["tenth", "eleventh"])
    codes.push((await start(caller, guess)).errors?.[0]?.extensions.code);
  expect(codes).toEqual(["VALIDATION_FAILED", "RATE_LIMITED"]);
  const other = await signIn(email, PASSWORD, { at: "10.1.0.1" });
  const cookie = other.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  expect((await start(server.stranger, PASSWORD, cookie)).errors).toBeUndefined();
});

test("wrong links and tokens are never counted against right ones", async () => {
  const { caller: invited } = await someone();
  const admin = await server.signIn("admin");
  const { data } = await admin.ask<{ createPasswordLink: { path: string } }>(
    `mutation { createPasswordLink(input: { userId: "${invited.userId}" }) { path } }`,
  );
  const token = data.createPasswordLink.path.split("token=")[1];
  const from = { at: "10.13.0.1" };
  for (let at = 0; at < 120; at += 1)
    await post("/api/join", { token: `wrong ${at}`, password: PASSWORD }, from);
  expect((await post("/api/join", { token, password: "another horse 9" }, from)).status).toBe(200);
});

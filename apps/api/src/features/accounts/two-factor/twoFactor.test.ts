import { Secret, TOTP } from "otpauth";
import { type Caller, startServer, type TestServer } from "../../../../test/server.js";

const PASSWORD = "correct horse battery";
const NOW = Date.parse("2026-11-24T12:00:10Z");

let server: TestServer;
let clock = NOW;
beforeAll(async () => {
  server = await startServer({ secretKey: "a key of the settings, long enough to be one" });
});
afterAll(() => server.close());
beforeEach(() => moveTo(clock + 3_600_000));

function moveTo(instant: number): void {
  clock = instant;
  server.setNow(new Date(instant));
}

const START = `mutation ($input: CurrentPasswordInput!) { startTwoFactor(input: $input) { secret uri } }`;
const CONFIRM = `mutation ($input: ConfirmTwoFactorInput!) { confirmTwoFactor(input: $input) { backupCodes } }`;
const RENEW = `mutation ($input: TwoFactorProofInput!) { renewBackupCodes(input: $input) { backupCodes } }`;
const DISABLE = `mutation ($input: TwoFactorProofInput!) { disableTwoFactor(input: $input) { disabled } }`;
const RESET = `mutation ($userId: ID!) { resetTwoFactor(input: { userId: $userId }) { user { twoFactor } } }`;

const codeOf = (secret: string, at = clock) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });

const post = (path: string, body: unknown, on = server) =>
  on.stranger.fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

interface Refused {
  errors?: { extensions: { issues?: { path: string; code: string }[] } }[];
}
const issueOf = ({ errors }: Refused) => {
  const issue = errors?.[0]?.extensions.issues?.[0];
  return issue && `${issue.path}: ${issue.code}`;
};

interface Person extends Caller {
  email: string;
  secret: string;
  backupCodes: string[];
}

/** A person with two-factor authentication. */
async function enrolled(on = server): Promise<Person> {
  const caller = await on.signIn("sales");
  const { data: me } = await caller.ask<{ viewer: { email: string } }>("{ viewer { email } }");
  const started = await caller.ask<{ startTwoFactor: { secret: string } }>(START, {
    input: { password: PASSWORD },
  });
  const { secret } = started.data.startTwoFactor;
  const confirmed = await caller.ask<{ confirmTwoFactor: { backupCodes: string[] } }>(CONFIRM, {
    input: { code: codeOf(secret) },
  });
  expect(confirmed.errors).toBeUndefined();
  return { ...caller, ...me.viewer, secret, ...confirmed.data.confirmTwoFactor };
}

async function secondStepOf({ email }: { email: string }): Promise<string> {
  const response = await post("/api/auth/sign-in/email", { email, password: PASSWORD });
  expect(response.status).toBe(200);
  expect(response.headers.getSetCookie()).toEqual([]);
  return ((await response.json()) as { twoFactorChallenge: string }).twoFactorChallenge;
}

const showCode = (twoFactorChallenge: string, code: string) =>
  post("/api/auth/sign-in/code", { twoFactorChallenge, code });

const sessionsOf = async ({ userId }: { userId: string }) =>
  (await server.app.database.pool.query("SELECT 1 FROM sessions WHERE user_id = $1", [userId]))
    .rowCount;

test("the password alone opens no session; the app's code does", async () => {
  const person = await enrolled();
  const before = await sessionsOf(person);
  moveTo(clock + 60_000);
  const step = await secondStepOf(person);
  expect(await sessionsOf(person)).toBe(before);
  const asStep = await server.stranger.ask(
    "{ viewer { name } }",
    {},
    { cookie: `clientela.session_token=${step}`, authorization: `Bearer ${step}` },
  );
  expect(asStep.status).toBe(401);
  const signedIn = await showCode(step, codeOf(person.secret));
  expect(signedIn.status).toBe(200);
  expect(await signedIn.text()).toBe("{}");
  const cookie = signedIn.headers.getSetCookie()[0] ?? "";
  expect(cookie).toMatch(/HttpOnly/);
  const viewer = await server.stranger.ask(
    "{ viewer { email backupCodesLeft } }",
    {},
    { cookie: cookie.split(";")[0] ?? "" },
  );
  expect(viewer.data).toEqual({ viewer: { email: person.email, backupCodesLeft: 10 } });
});

test("a wrong password gets the same response with a second factor as without", async () => {
  const person = await enrolled();
  const answers = await Promise.all(
    [person.email, "nobody@example.com"].map(async (email) => {
      const response = await post("/api/auth/sign-in/email", { email, password: "not the one" });
      return [response.status, await response.text()];
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
});

test("a code is valid once, for any number of concurrent requests, and only in its period", async () => {
  const person = await enrolled();
  // The code that confirmed the app is used up as well.
  const same = await showCode(await secondStepOf(person), codeOf(person.secret));
  expect(issueOf((await same.json()) as Refused)).toBe("code: wrong_code");
  moveTo(clock + 60_000);
  const steps = await Promise.all([1, 2, 3].map(() => secondStepOf(person)));
  const code = codeOf(person.secret);
  const statuses = await Promise.all(
    steps.map(async (step) => (await showCode(step, code)).status),
  );
  expect(statuses.sort()).toEqual([200, 400, 400]);
  const stale = codeOf(person.secret, clock + 300_000);
  const early = await showCode(await secondStepOf(person), stale);
  expect(issueOf((await early.json()) as Refused)).toBe("code: wrong_code");
});

test("the challenge is used up with its code, and ends with a new password", async () => {
  const person = await enrolled();
  moveTo(clock + 60_000);
  const step = await secondStepOf(person);
  expect((await showCode(step, codeOf(person.secret))).status).toBe(200);
  moveTo(clock + 60_000);
  const again = await showCode(step, codeOf(person.secret));
  expect(issueOf((await again.json()) as Refused)).toBe("twoFactorChallenge: step_expired");
  const waiting = await secondStepOf(person);
  const changed = await person.ask(
    `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { changed } }`,
    { input: { currentPassword: PASSWORD, newPassword: "another long one" } },
  );
  expect(changed.errors).toBeUndefined();
  const late = await showCode(waiting, codeOf(person.secret));
  expect(issueOf((await late.json()) as Refused)).toBe("twoFactorChallenge: step_expired");
});

test("codes cannot be guessed by trying: the sixth waits, on a new challenge too", async () => {
  const person = await enrolled();
  moveTo(clock + 60_000);
  const right = codeOf(person.secret);
  const wrong = right === "000000" ? "000001" : "000000";
  const statuses: number[] = [];
  for (let tries = 0; tries < 5; tries += 1) {
    statuses.push((await showCode(await secondStepOf(person), wrong)).status);
  }
  expect(statuses).toEqual(Array(5).fill(400));
  const sixth = await showCode(await secondStepOf(person), right);
  expect(sixth.status).toBe(429);
  expect(Number(sixth.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("a backup code signs in once, in any notation, and new ones replace the old", async () => {
  const person = await enrolled();
  const [first = "", second = "", third = ""] = person.backupCodes;
  expect(new Set(person.backupCodes).size).toBe(10);
  const typed = ` ${first.toLowerCase().replaceAll("-", " ")} `;
  expect((await showCode(await secondStepOf(person), typed)).status).toBe(200);
  expect((await showCode(await secondStepOf(person), first)).status).toBe(400);
  const left = await person.ask("{ viewer { backupCodesLeft } }");
  expect(left.data).toEqual({ viewer: { backupCodesLeft: 9 } });
  const renewed = await person.ask<{ renewBackupCodes: { backupCodes: string[] } }>(RENEW, {
    input: { password: PASSWORD, code: second },
  });
  expect((await showCode(await secondStepOf(person), third)).status).toBe(400);
  const fresh = renewed.data.renewBackupCodes.backupCodes[0] ?? "";
  expect((await showCode(await secondStepOf(person), fresh)).status).toBe(200);
});

test("neither the database nor the history contains the secret or a backup code", async () => {
  const person = await enrolled();
  const { rows } = await server.app.database.pool.query<{ stored: string }>(`
    SELECT (SELECT string_agg(f::text, '') FROM two_factors f) ||
           (SELECT string_agg(b::text, '') FROM backup_codes b) ||
           (SELECT string_agg(a::text, '') FROM activity a) AS stored`);
  const stored = rows[0]?.stored ?? "";
  expect(stored).toContain(person.userId);
  for (const secret of [person.secret, ...person.backupCodes]) {
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain(secret.replaceAll("-", ""));
  }
  expect(stored).toContain("twoFactor");
});

test("it is on only after a first valid code, which ends the other sessions", async () => {
  const caller = await server.signIn("viewer");
  const { data: me } = await caller.ask<{ viewer: { email: string } }>("{ viewer { email } }");
  const person = { ...caller, ...me.viewer };
  const wrong = await caller.ask(START, { input: { password: "not the one" } });
  expect(issueOf(wrong as Refused)).toBe("password: wrong_password");
  const { data } = await caller.ask<{ startTwoFactor: { secret: string; uri: string } }>(START, {
    input: { password: PASSWORD },
  });
  const { secret, uri } = data.startTwoFactor;
  expect(uri).toContain(`secret=${secret}`);
  expect(uri).toContain("otpauth://totp/Clientela");
  const other = await post("/api/auth/sign-in/email", { email: person.email, password: PASSWORD });
  const otherCookie = other.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  expect(otherCookie).toContain("session_token");
  const refused = await caller.ask(CONFIRM, { input: { code: "12345" } });
  expect(issueOf(refused as Refused)).toBe("code: wrong_code");
  expect((await caller.ask(CONFIRM, { input: { code: codeOf(secret) } })).errors).toBeUndefined();
  expect(
    (await server.stranger.ask("{ viewer { name } }", {}, { cookie: otherCookie })).status,
  ).toBe(401);
  expect((await caller.ask("{ viewer { name } }")).status).toBe(200);
  const again = await caller.ask(START, { input: { password: PASSWORD } });
  expect(issueOf(again as Refused)).toBe("password: two_factor_on");
});

test("turning it off, or getting new backup codes, takes password and code", async () => {
  const person = await enrolled();
  const refusalOf = async (mutation: string, password: string, code: string) =>
    issueOf((await person.ask(mutation, { input: { password, code } })) as Refused);
  const [first = "", second = ""] = person.backupCodes;
  for (const mutation of [DISABLE, RENEW]) {
    expect(await refusalOf(mutation, "not the one", first)).toBe("password: wrong_password");
    expect(await refusalOf(mutation, PASSWORD, "000000")).toBe("code: wrong_code");
    expect(await refusalOf(mutation, PASSWORD, "")).toBe("code: wrong_code");
  }
  // A code is used up by what it was shown for, and not by what was refused.
  const left = await person.ask("{ viewer { backupCodesLeft } }");
  expect(left.data).toEqual({ viewer: { backupCodesLeft: 10 } });
  expect(await secondStepOf(person)).toBeTruthy();
  const off = await person.ask(DISABLE, { input: { password: PASSWORD, code: first } });
  expect(off.errors).toBeUndefined();
  const plain = await post("/api/auth/sign-in/email", { email: person.email, password: PASSWORD });
  expect(plain.headers.getSetCookie()[0]).toContain("session_token");
  expect(await refusalOf(DISABLE, PASSWORD, second)).toBe("password: two_factor_off");
});

test("passwords cannot be tried out with a session either: the eleventh waits", async () => {
  const caller = await server.signIn("viewer");
  const codes: unknown[] = [];
  for (let tries = 0; tries < 11; tries += 1) {
    const { errors } = await caller.ask(START, { input: { password: `guess ${tries}` } });
    codes.push(errors?.[0]?.extensions.code);
  }
  expect(codes).toEqual([...Array(10).fill("VALIDATION_FAILED"), "RATE_LIMITED"]);
});

test("an admin takes it from a person who lost it, and from nobody else", async () => {
  const person = await enrolled();
  const admin = await server.signIn("admin");
  const step = await secondStepOf(person);
  const listed = await admin.ask<{ people: { id: string; twoFactor: boolean }[] }>(
    "{ people { id twoFactor } }",
  );
  const on = new Map(listed.data.people.map(({ id, twoFactor }) => [id, twoFactor]));
  expect([on.get(person.userId), on.get(admin.userId)]).toEqual([true, false]);
  const forbidden = await person.ask(RESET, { userId: admin.userId });
  expect(forbidden.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  const own = await admin.ask(RESET, { userId: admin.userId });
  expect(issueOf(own as Refused)).toBe("userId: own_two_factor");
  const reset = await admin.ask(RESET, { userId: person.userId });
  expect(reset.data).toEqual({ resetTwoFactor: { user: { twoFactor: false } } });
  moveTo(clock + 60_000);
  expect((await showCode(step, codeOf(person.secret))).status).toBe(400);
  const plain = await post("/api/auth/sign-in/email", { email: person.email, password: PASSWORD });
  expect(plain.headers.getSetCookie()[0]).toContain("session_token");
});

test("a disabled person's code is invalid, and a link for a new password requires a code", async () => {
  const person = await enrolled();
  const admin = await server.signIn("admin");
  moveTo(clock + 60_000);
  const link = await admin.ask<{ createPasswordLink: { path: string } }>(
    "mutation ($userId: ID!) { createPasswordLink(input: { userId: $userId }) { path } }",
    { userId: person.userId },
  );
  const token = link.data.createPasswordLink.path.split("token=")[1];
  const joined = await post("/api/join", { token, password: "a new long one" });
  expect(joined.headers.getSetCookie()).toEqual([]);
  const { twoFactorChallenge } = (await joined.json()) as { twoFactorChallenge: string };
  const { rows } = await server.app.database.pool.query<{ version: number }>(
    "SELECT version FROM users WHERE id = $1",
    [person.userId],
  );
  const disabled = await admin.ask(
    "mutation ($input: UpdateUserInput!) { updateUser(input: $input) { user { id } } }",
    { input: { id: person.userId, version: rows[0]?.version, disabled: true } },
  );
  expect(disabled.errors).toBeUndefined();
  expect((await showCode(twoFactorChallenge, codeOf(person.secret))).status).toBe(400);
});

test("a key switches nothing on or off", async () => {
  const admin = await server.signIn("admin");
  const made = await admin.ask<{ createApiKey: { secret: string } }>(
    "mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }",
    { input: { name: "K", scopes: ["users:read"] } },
  );
  const headers = { authorization: `Bearer ${made.data.createApiKey.secret}` };
  for (const mutation of [START, RENEW, DISABLE]) {
    const code = mutation === START ? {} : { code: "000000" };
    const { errors } = await server.stranger.ask(
      mutation,
      { input: { password: PASSWORD, ...code } },
      headers,
    );
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  }
});

test("what was sealed before a key was set can be read after, and not with another key", async () => {
  const { seal, unseal } = await import("../../../platform/security/sealedSecret.js");
  const withKey = (secretKey?: string) => ({ ...server.app, secretKey });
  const before = await seal(withKey(), server.db, "kept");
  expect(await unseal(withKey("k".repeat(32)), server.db, before)).toBe("kept");
  const after = await seal(withKey("k".repeat(32)), server.db, "kept");
  expect(await unseal(withKey("k".repeat(32)), server.db, after)).toBe("kept");
  await expect(unseal(withKey("x".repeat(32)), server.db, after)).rejects.toThrow("SECRET_KEY");
});

test("better-auth's other doors stay closed", async () => {
  for (const path of [
    "/sign-up/email",
    "/open-session",
    "/get-session",
    "/two-factor/verify-totp",
  ]) {
    const response = await post(`/api/auth${path}`, { userId: "x", email: "a@b.c", password: "y" });
    expect([path, response.status]).toEqual([path, 404]);
  }
});

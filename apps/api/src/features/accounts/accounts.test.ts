import { startServer, type TestServer } from "../../../test/server.js";
import { renewFirstAdminToken } from "./people/firstAdmin.js";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  server.stranger.fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");

const INVITE = `mutation ($input: InviteUserInput!) { inviteUser(input: $input) { user { id version } path } }`;
const UPDATE = `mutation ($input: UpdateUserInput!) { updateUser(input: $input) { user { id version role disabled } } }`;

interface Invite {
  inviteUser: { user: { id: string; version: number }; path: string };
}

test("the link of the first start creates one admin, once", async () => {
  const fresh = await startServer();
  const token = await renewFirstAdminToken(fresh.db);
  const claim = (email: string, with_: string) =>
    fresh.stranger.fetch("/api/first-admin", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token: with_, name: "Ana", email, password: "a long enough one" }),
    });
  const methods = async () => (await fresh.stranger.fetch("/api/auth/methods")).json();
  // Strangers learn that setup is pending, and nothing about the token.
  expect(await methods()).toEqual({ singleSignOn: null, firstAdminDue: true });
  expect((await claim("ana@example.com", "wrong")).status).toBe(403);
  const made = await claim("ana@example.com", token);
  expect(made.status).toBe(200);
  expect(cookieOf(made)).toContain("session_token");
  expect(await methods()).toMatchObject({ firstAdminDue: false });
  expect((await claim("eve@example.com", token)).status).toBe(403);
  await fresh.close();
});

test("invalid input for the first admin is reported by field", async () => {
  const response = await post("/api/first-admin", {
    token: "x",
    name: "",
    email: "nobody",
    password: "password123",
  });
  expect(response.status).toBe(400);
  const { errors } = (await response.json()) as {
    errors: { extensions: { issues: { path: string; code: string }[] } }[];
  };
  expect(errors[0]?.extensions.issues.map((issue) => [issue.path, issue.code])).toEqual([
    ["name", "required"],
    ["email", "invalid_email"],
    ["password", "common_password"],
  ]);
});

test("an invited person joins by the link, once, with the role from the invitation", async () => {
  const admin = await server.signIn("admin");
  const { data } = await admin.ask<Invite>(INVITE, {
    input: { name: "Rui", email: "Rui@Example.com", role: "finance" },
  });
  const token = data.inviteUser.path.split("token=")[1];
  const joined = await post("/api/join", { token, password: "a long enough one" });
  expect(joined.status).toBe(200);
  const viewer = await server.stranger.ask(
    "{ viewer { name email role } }",
    {},
    { cookie: cookieOf(joined) },
  );
  expect(viewer.data).toEqual({
    viewer: { name: "Rui", email: "rui@example.com", role: "finance" },
  });
  expect((await post("/api/join", { token, password: "a long enough one" })).status).toBe(400);
  const twice = await admin.ask(INVITE, {
    input: { name: "Rui", email: "RUI@example.com", role: "viewer" },
  });
  expect(twice.errors?.[0]?.extensions).toMatchObject({
    issues: [{ path: "email", code: "taken" }],
  });
});

test("a disabled person is refused from the next request on, and cannot sign in again", async () => {
  const admin = await server.signIn("admin");
  const sales = await server.signIn("sales");
  expect((await sales.ask("{ viewer { name } }")).status).toBe(200);
  const { data } = await admin.ask<{ updateUser: { user: unknown } }>(UPDATE, {
    input: { id: sales.userId, version: 1, disabled: true },
  });
  expect(data.updateUser.user).toMatchObject({ disabled: true, version: 2 });
  expect((await sales.ask("{ viewer { name } }")).status).toBe(401);
  // Disabling ends the sessions as well; one that remains is invalid.
  const left = await server.signIn("sales");
  await server.app.database.pool.query("UPDATE users SET disabled_at = now() WHERE id = $1", [
    left.userId,
  ]);
  expect((await left.ask("{ viewer { name } }")).status).toBe(401);
});

test("a new role ends a person's sessions, and a new name does not", async () => {
  const admin = await server.signIn("admin");
  const person = await server.signIn("sales");
  const update = (version: number, fields: object) =>
    admin.ask(UPDATE, { input: { id: person.userId, version, ...fields } });
  expect((await update(1, { name: "Renamed" })).errors).toBeUndefined();
  expect((await person.ask("{ viewer { role } }")).status).toBe(200);
  expect((await update(2, { role: "viewer" })).errors).toBeUndefined();
  expect((await person.ask("{ viewer { role } }")).status).toBe(401);
});

test("a wrong password, an unknown address and a disabled person get the same response", async () => {
  const admin = await server.signIn("admin");
  const { data } = await admin.ask<Invite>(INVITE, {
    input: { name: "Off", email: "off@example.com", role: "viewer" },
  });
  await post("/api/join", {
    token: data.inviteUser.path.split("token=")[1],
    password: "a long enough one",
  });
  const disabled = await admin.ask(UPDATE, {
    input: { id: data.inviteUser.user.id, version: 1, disabled: true },
  });
  expect(disabled.errors).toBeUndefined();
  const answers = await Promise.all(
    [
      { email: "off@example.com", password: "a long enough one" },
      { email: "off@example.com", password: "something wrong" },
      { email: "nobody@example.com", password: "a long enough one" },
    ].map(async (credentials) => {
      const response = await post("/api/auth/sign-in/email", credentials);
      return [response.status, await response.text()];
    }),
  );
  expect(answers[0]).toEqual(answers[2]);
  expect(answers[1]).toEqual(answers[2]);
  expect(answers[2]?.[0]).toBe(401);
});

test("passwords cannot be guessed by trying: the eleventh attempt on an account waits, known or not", async () => {
  for (const email of ["guess@example.com", "admin1@example.com"]) {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 11; attempt += 1) {
      statuses.push(
        (await post("/api/auth/sign-in/email", { email, password: `guess ${attempt}` })).status,
      );
    }
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(statuses[10]).toBe(429);
  }
});

test("the last admin cannot be removed, not even by two concurrent requests", async () => {
  const two = await startServer();
  const [one, other] = [await two.signIn("admin"), await two.signIn("admin")];
  const answers = await Promise.all([
    one.ask(UPDATE, { input: { id: other.userId, version: 1, role: "viewer" } }),
    other.ask(UPDATE, { input: { id: one.userId, version: 1, role: "viewer" } }),
  ]);
  // The second is refused by the rule, or is no longer an admin, or signed out, at the time of the request.
  const codes = answers.map((answer) => answer.errors?.[0]?.extensions.code ?? "OK").sort();
  expect([
    ["OK", "VALIDATION_FAILED"],
    ["FORBIDDEN", "OK"],
    ["OK", "UNAUTHENTICATED"],
  ]).toContainEqual(codes);
  await two.close();
});

test("a person changes the password and ends sessions; others cannot", async () => {
  const person = await server.signIn("viewer");
  const CHANGE = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { changed } }`;
  const wrong = await person.ask(CHANGE, {
    input: { currentPassword: "no", newPassword: "another long one" },
  });
  expect(wrong.errors?.[0]?.extensions).toMatchObject({
    issues: [{ path: "currentPassword", code: "wrong_password" }],
  });
  const { data: me } = await person.ask<{ viewer: { email: string } }>("{ viewer { email } }");
  const elsewhere = await post("/api/auth/sign-in/email", {
    email: me.viewer.email,
    password: "correct horse battery",
  });
  const right = await person.ask(CHANGE, {
    input: { currentPassword: "correct horse battery", newPassword: "another long one" },
  });
  expect(right.errors).toBeUndefined();
  const sessions = await person.ask<{ viewer: { sessions: { id: string }[] } }>(
    "{ viewer { sessions { id } } }",
  );
  expect(sessions.data.viewer.sessions).toHaveLength(1);
  const other = { cookie: cookieOf(elsewhere) };
  expect((await server.stranger.ask("{ viewer { name } }", {}, other)).status).toBe(401);
  const id = sessions.data.viewer.sessions[0]?.id;
  const END = `mutation ($id: ID!) { endSession(input: { id: $id }) { session { id } } }`;
  const stranger = await server.signIn("viewer");
  expect((await stranger.ask(END, { id })).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  expect((await person.ask(END, { id })).errors).toBeUndefined();
  expect((await person.ask("{ viewer { name } }")).status).toBe(401);
});

test("signing out ends the session on the server", async () => {
  const person = await server.signIn("viewer");
  const out = await person.fetch("/api/auth/sign-out", {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.url },
    body: "{}",
  });
  expect(out.status).toBe(200);
  expect((await person.ask("{ viewer { name } }")).status).toBe(401);
});

test("a person sees which session is the current one, and ends all others at once", async () => {
  const person = await server.signIn("viewer");
  const { data: before } = await person.ask<{ viewer: { email: string } }>("{ viewer { email } }");
  const again = await post("/api/auth/sign-in/email", {
    email: before.viewer.email,
    password: "correct horse battery",
  });
  const other = { cookie: cookieOf(again) };
  const SESSIONS = "{ viewer { sessions { current lastSeenAt } } }";
  interface Sessions {
    viewer: { sessions: { current: boolean; lastSeenAt: string }[] };
  }
  const { data } = await person.ask<Sessions>(SESSIONS);
  expect(data.viewer.sessions.map((one) => one.current)).toEqual([false, true]);
  expect(Date.parse(data.viewer.sessions[1]?.lastSeenAt ?? "")).toBeGreaterThan(
    Date.now() - 60_000,
  );
  const ended = await person.ask("mutation { endOtherSessions { ended } }");
  expect(ended.data).toEqual({ endOtherSessions: { ended: 1 } });
  expect((await server.stranger.ask(SESSIONS, {}, other)).status).toBe(401);
  expect((await person.ask<Sessions>(SESSIONS)).data.viewer.sessions).toHaveLength(1);
});

test("an admin, and nobody else, sees who has not joined yet and when people were last active", async () => {
  const admin = await server.signIn("admin");
  const seen = await server.signIn("sales");
  await seen.ask("{ viewer { name } }");
  const { data } = await admin.ask<Invite>(INVITE, {
    input: { name: "New", email: "new@example.com", role: "viewer" },
  });
  const { people } = (
    await admin.ask<{
      people: { id: string; invited: boolean; lastSeenAt: string | null }[];
    }>("{ people { id invited lastSeenAt } }")
  ).data;
  const of = (id: string) => people.find((person) => person.id === id);
  expect(of(data.inviteUser.user.id)).toMatchObject({ invited: true, lastSeenAt: null });
  expect(of(seen.userId)?.invited).toBe(false);
  expect(Date.parse(of(seen.userId)?.lastSeenAt ?? "")).toBeGreaterThan(Date.now() - 60_000);
  const refused = await seen.ask("{ users { id lastSeenAt } }");
  expect(refused.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
});

test("a program that sends no Origin signs in; the session's token is in the cookie only", async () => {
  await server.signIn("viewer");
  const email = "viewer-from-a-program@example.com";
  const { addAccount } = await import("./people/firstAdmin.js");
  await addAccount(server.db, { name: "P", email, password: "a long enough one" }, "viewer");
  const response = await post(
    "/api/auth/sign-in/email",
    { email, password: "a long enough one" },
    { "sec-fetch-mode": "cors", cookie: "other=1" },
  );
  expect(response.status).toBe(200);
  const [cookie = ""] = response.headers.getSetCookie();
  const token = decodeURIComponent(cookie.split("=")[1] ?? "").split(".")[0];
  expect(token).toMatch(/^\w{32}$/);
  expect(await response.text()).not.toContain(token);
});

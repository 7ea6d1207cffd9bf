import { type OidcProvider, startOidcProvider } from "../../../../test/network/oidcProvider.js";
import { type Caller, startServer, type TestServer } from "../../../../test/server.js";

const HOME = "http://clientela.example";

let provider: OidcProvider;
let server: TestServer;
let admin: Caller;

beforeAll(async () => {
  provider = await startOidcProvider({ id: "clientela", secret: "secret" });
  server = await startServer({
    publicUrl: HOME,
    singleSignOn: {
      issuer: provider.issuer,
      clientId: "clientela",
      clientSecret: "secret",
      name: "Example ID",
      domains: ["staff.example"],
      role: "projects",
    },
  });
  admin = await server.signIn("admin");
});
afterAll(async () => {
  await server.close();
  await provider.close();
});
beforeEach(() => server.setNow(null));

const cookieIn = (response: Response, name: string) =>
  response.headers
    .getSetCookie()
    .map((one) => one.split(";")[0] ?? "")
    .find((pair) => pair.startsWith(`${name}=`));

const get = (path: string, cookie = "") =>
  server.stranger.fetch(path, { redirect: "manual", headers: { cookie } });

const START_TWO_FACTOR =
  "mutation ($input: CurrentPasswordInput!) { startTwoFactor(input: $input) { uri } }";
const CHANGE_PASSWORD =
  "mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { changed } }";

/** Goes to the provider and returns its response, which is not followed yet. */
async function askProvider(to = "/customers") {
  const start = await get(`/api/auth/oidc/start?to=${encodeURIComponent(to)}`);
  const authorize = new URL(start.headers.get("location") ?? "");
  const answer = await fetch(authorize, { redirect: "manual" });
  const callback = new URL(answer.headers.get("location") ?? "");
  return {
    start,
    authorize,
    callback,
    cookie: cookieIn(start, "clientela.oidc") ?? "",
    path: `${callback.pathname}${callback.search}`,
  };
}

/** The whole flow, as a browser follows it; where it ends, and as whom. */
async function signInAs(given: Record<string, unknown>, to?: string) {
  provider.claims = given;
  const { path, cookie } = await askProvider(to);
  const back = await get(path, cookie);
  const session = cookieIn(back, "clientela.session_token");
  const { data } = session
    ? await server.stranger.ask<{ viewer: { user: { id: string }; email: string; role: string } }>(
        "{ viewer { user { id } email role } }",
        {},
        { cookie: session },
      )
    : { data: null };
  return {
    status: back.status,
    to: back.headers.get("location"),
    session,
    viewer: data?.viewer ?? null,
  };
}

async function invite(email: string, role = "sales"): Promise<string> {
  const { data, errors } = await admin.ask<{ inviteUser: { user: { id: string } } }>(
    "mutation ($input: InviteUserInput!) { inviteUser(input: $input) { user { id } } }",
    { input: { name: "Invited", email, role } },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.inviteUser.user.id;
}

test("the sign-in page gets the provider's name, and nothing else of it", async () => {
  const methods = await get("/api/auth/methods");
  expect(await methods.json()).toMatchObject({ singleSignOn: { name: "Example ID" } });
  const without = await startServer();
  const plain = await without.stranger.fetch("/api/auth/methods");
  expect(await plain.json()).toEqual({ singleSignOn: null, firstAdminDue: true });
  expect((await without.stranger.fetch("/api/auth/oidc/start")).status).toBe(404);
  await without.close();
});

test("the provider is called with PKCE, state and nonce, and redirects to the public address", async () => {
  const { authorize, start, callback } = await askProvider();
  const params = Object.fromEntries(authorize.searchParams);
  expect(params).toMatchObject({
    client_id: "clientela",
    response_type: "code",
    code_challenge_method: "S256",
    redirect_uri: `${HOME}/api/auth/oidc/callback`,
    scope: "openid email profile",
  });
  for (const name of ["state", "nonce", "code_challenge"]) {
    expect(params[name]).toMatch(/^[\w-]{43}$/);
  }
  expect(callback.origin).toBe(HOME);
  const cookie = start.headers.getSetCookie()[0] ?? "";
  expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
  // The returned values are compared with what only the server can read.
  for (const secret of [params.state, params.nonce]) expect(cookie).not.toContain(secret);
});

test("an invited person signs in with the address that the provider verified, and stays the same person", async () => {
  const id = await invite("ines@example.com", "finance");
  const first = await signInAs(
    { sub: "ines", email: "Ines@Example.com", email_verified: true },
    "/customers?q=a",
  );
  expect(first).toMatchObject({
    status: 303,
    to: "/customers?q=a",
    viewer: { user: { id }, email: "ines@example.com", role: "finance" },
  });
  const moved = await signInAs({ sub: "ines", email: "new@elsewhere.example" });
  expect(moved.viewer?.user.id).toBe(id);
  // Joining this way uses up the invitation and its link.
  const { rows } = await server.app.database.pool.query(
    `SELECT i.accepted_at IS NOT NULL AS accepted, (SELECT count(*)::int FROM account_links l WHERE l.user_id = i.user_id) AS links,
       (SELECT count(*)::int FROM activity a WHERE a.record_id = i.user_id AND a.action = 'invitation_accepted' AND a.actor_id = i.user_id) AS recorded
     FROM invitations i WHERE i.user_id = $1`,
    [id],
  );
  expect(rows).toEqual([{ accepted: true, links: 0, recorded: 1 }]);
});

test("an address that the provider has not verified gives no access", async () => {
  await invite("victim@example.com");
  for (const email_verified of [false, "false", undefined]) {
    const answer = await signInAs({ sub: "thief", email: "victim@example.com", email_verified });
    expect(answer).toMatchObject({ to: "/sign-in?sso=unverified", viewer: null });
  }
});

test("unknown people are refused, and people of a configured domain get its role", async () => {
  const stranger = await signInAs({ sub: "s", email: "s@other.example", email_verified: true });
  expect(stranger).toMatchObject({ to: "/sign-in?sso=unknown", viewer: null });
  const alike = await signInAs({ sub: "a", email: "a@notstaff.example", email_verified: true });
  expect(alike.viewer).toBeNull();
  const staff = { sub: "st", email: "st@staff.example", email_verified: true, name: "Stela" };
  const [made, again] = [await signInAs(staff), await signInAs(staff)];
  expect(made.viewer).toMatchObject({ email: "st@staff.example", role: "projects" });
  expect(again.viewer?.user.id).toBe(made.viewer?.user.id);
});

test("a person without a password gets an error that says so, and may get one by an admin's link", async () => {
  const claims = { sub: "only", email: "only@staff.example", email_verified: true };
  const { viewer, session = "" } = await signInAs(claims);
  const ask = (query: string, input: object = {}) =>
    server.stranger.ask<{ viewer: { hasPassword: boolean } }>(
      query,
      { input },
      { cookie: session },
    );
  const has = async () => (await ask("{ viewer { hasPassword } }")).data.viewer.hasPassword;
  const refusal = { code: "VALIDATION_FAILED", issues: [{ code: "no_password" }] };
  expect(await has()).toBe(false);
  // Nothing is counted that could lock them out.
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const { errors } = await ask(START_TWO_FACTOR, { password: "a guess" });
    expect(errors?.[0]?.extensions).toMatchObject(refusal);
  }
  const passwords = { currentPassword: "a guess", newPassword: "correct horse staple" };
  const { errors } = await ask(CHANGE_PASSWORD, passwords);
  expect(errors?.[0]?.extensions).toMatchObject(refusal);

  const { data } = await admin.ask<{ createPasswordLink: { path: string } }>(
    "mutation ($id: ID!) { createPasswordLink(input: { userId: $id }) { path } }",
    { id: viewer?.user.id },
  );
  const token = new URL(data.createPasswordLink.path, HOME).searchParams.get("token");
  const joined = await server.stranger.fetch("/api/join", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token, password: "correct horse staple" }),
  });
  expect(joined.status).toBe(200);
  const { session: renewed = "" } = await signInAs(claims);
  const now = await server.stranger.ask<{ viewer: { hasPassword: boolean } }>(
    "{ viewer { hasPassword } }",
    {},
    { cookie: renewed },
  );
  expect(now.data.viewer.hasPassword).toBe(true);
});

test("a disabled person is refused", async () => {
  const id = await invite("off@example.com");
  const known = { sub: "off", email: "off@example.com", email_verified: true };
  expect((await signInAs(known)).viewer?.user.id).toBe(id);
  await server.app.database.pool.query("UPDATE users SET disabled_at = now() WHERE id = $1", [id]);
  expect(await signInAs(known)).toMatchObject({ to: "/sign-in?sso=disabled", viewer: null });
});

test.each<[what: string, spoil: (params: Awaited<ReturnType<typeof askProvider>>) => string[]]>([
  ["without the browser's cookie", ({ path }) => [path, ""]],
  ["with a cookie of one's own making", ({ path }) => [path, "clientela.oidc=bm9uZQ=="]],
  [
    "with another state",
    ({ path, cookie }) => [path.replace(/state=[^&]+/, "state=other"), cookie],
  ],
  ["without a state", ({ path, cookie }) => [path.replace(/&?state=[^&]+/, ""), cookie]],
  ["with a made-up code", ({ path, cookie }) => [path.replace(/code=[^&]+/, "code=x"), cookie]],
])("an answer %s opens no session", async (_what, spoil) => {
  provider.claims = { sub: "st", email: "st@staff.example", email_verified: true };
  const [path = "", cookie = ""] = spoil(await askProvider());
  const back = await get(path, cookie);
  expect(back.headers.get("location")).toBe("/sign-in?sso=failed");
  expect(cookieIn(back, "clientela.session_token")).toBeUndefined();
});

test.each<[what: string, claims: Record<string, unknown>]>([
  ["for another nonce", { nonce: "other" }],
  ["for another client", { aud: "other" }],
  ["of another issuer", { iss: "https://evil.example" }],
  ["that has expired", { exp: 1 }],
])("an ID token %s opens no session", async (_what, spoilt) => {
  const staff = { sub: "st", email: "st@staff.example", email_verified: true };
  expect(await signInAs({ ...staff, ...spoilt })).toMatchObject({
    to: "/sign-in?sso=failed",
    viewer: null,
  });
});

test("a wrong code verifier, another browser's response and a late one are refused", async () => {
  provider.claims = { sub: "st", email: "st@staff.example", email_verified: true };
  const [one, other] = [await askProvider(), await askProvider()];
  const crossed = await get(one.path, other.cookie);
  expect(crossed.headers.get("location")).toBe("/sign-in?sso=failed");
  const late = await askProvider();
  server.setNow(new Date(Date.now() + 11 * 60_000));
  expect((await get(late.path, late.cookie)).headers.get("location")).toBe("/sign-in?sso=failed");
});

test.each([
  ["https://evil.example/x", "/"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["javascript:alert(1)", "/"],
  ["/.//evil.example", "/evil.example"],
  [`${new URL(HOME).origin}//evil.example`, "/evil.example"],
])("nobody is sent on to %s", async (to, instead) => {
  const staff = { sub: "st", email: "st@staff.example", email_verified: true };
  const answer = await signInAs(staff, to);
  expect(answer.viewer).not.toBeNull();
  expect(answer.to).toBe(instead);
});

test("an unavailable provider is reported on the sign-in page, and called again the next time", async () => {
  const away = await startServer({
    publicUrl: HOME,
    singleSignOn: {
      issuer: "http://127.0.0.1:1",
      clientId: "c",
      clientSecret: "s",
      name: "Away",
      domains: [],
      role: "viewer",
    },
  });
  const answer = await away.stranger.fetch("/api/auth/oidc/start", { redirect: "manual" });
  expect(answer.headers.get("location")).toBe("/sign-in?sso=failed");
  await away.close();
});

import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { codeOf } from "../../../../test/support/refusals.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const PEOPLE = "{ people { id sessions { id current ipAddress userAgent createdAt lastSeenAt } } }";
const END = "mutation ($id: ID!) { endSession(input: { id: $id }) { session { id } } }";
const END_ALL =
  "mutation ($userId: ID!) { endSessions(input: { userId: $userId }) { user { id } ended } }";
const VIEWER = "{ viewer { name } }";

interface Session {
  id: string;
  current: boolean;
  ipAddress: string | null;
  userAgent: string | null;
}

async function sessionsOf({ userId }: Caller): Promise<Session[]> {
  const { data } = await admin.ask<{ people: { id: string; sessions: Session[] }[] }>(PEOPLE);
  return data.people.find(({ id }) => id === userId)?.sessions ?? [];
}

/** The same person, signed in a second time. */
async function again(person: Caller): Promise<Record<string, string>> {
  const { data } = await person.ask<{ viewer: { email: string } }>("{ viewer { email } }");
  const response = await server.stranger.fetch("/api/auth/sign-in/email", {
    method: "POST",
    headers: { "content-type": "application/json", "user-agent": "Phone/1.0" },
    body: JSON.stringify({ email: data.viewer.email, password: "correct horse battery" }),
  });
  return { cookie: response.headers.getSetCookie()[0]?.split(";")[0] ?? "" };
}

const endsOf = async ({ userId }: Caller) => {
  const { rows } = await server.app.database.pool.query<{ actor_id: string }>(
    "SELECT actor_id FROM activity WHERE record_type = 'User' AND record_id = $1 AND action = 'sessions_ended'",
    [userId],
  );
  return rows.map(({ actor_id }) => actor_id);
};

test("an administrator sees where people are signed in, and ends one session", async () => {
  const person = await server.signIn("sales");
  const phone = await again(person);
  const [newest, oldest, ...rest] = await sessionsOf(person);
  expect(rest).toEqual([]);
  expect(newest).toMatchObject({ userAgent: "Phone/1.0", ipAddress: "127.0.0.1", current: false });
  expect(oldest?.current).toBe(false);
  expect((await sessionsOf(admin)).map(({ current }) => current)).toEqual([true]);
  expect((await admin.ask(END, { id: newest?.id })).errors).toBeUndefined();
  expect((await server.stranger.ask(VIEWER, {}, phone)).status).toBe(401);
  expect((await person.ask(VIEWER)).status).toBe(200);
  expect(await endsOf(person)).toEqual([admin.userId]);
});

test("an administrator ends all sessions of a person, and keeps the own one that is in use", async () => {
  const person = await server.signIn("finance");
  const phone = await again(person);
  const { data } = await admin.ask(END_ALL, { userId: person.userId });
  expect(data).toEqual({ endSessions: { user: { id: person.userId }, ended: 2 } });
  expect((await person.ask(VIEWER)).status).toBe(401);
  expect((await server.stranger.ask(VIEWER, {}, phone)).status).toBe(401);
  expect(await endsOf(person)).toEqual([admin.userId]);
  const elsewhere = await again(admin);
  const own = await admin.ask(END_ALL, { userId: admin.userId });
  expect(own.data).toMatchObject({ endSessions: { ended: 1 } });
  expect((await admin.ask(VIEWER)).status).toBe(200);
  expect((await server.stranger.ask(VIEWER, {}, elsewhere)).status).toBe(401);
  expect(await endsOf(admin)).toEqual([]);
});

test("the sessions of others are hidden from who does not manage people", async () => {
  const person = await server.signIn("sales");
  const [session] = await sessionsOf(admin);
  expect(codeOf(await person.ask("{ users { id sessions { id } } }"))).toBe("FORBIDDEN");
  expect(codeOf(await person.ask(END, { id: session?.id }))).toBe("NOT_FOUND");
  expect(codeOf(await person.ask(END_ALL, { userId: admin.userId }))).toBe("FORBIDDEN");
  const node = await person.ask("query ($id: ID!) { node(id: $id) { id } }", { id: session?.id });
  expect(node.data).toEqual({ node: null });
  expect((await admin.ask(VIEWER)).status).toBe(200);
});

test("of a person's sessions the newest 50 are listed, and all are ended together", async () => {
  const person = await server.signIn("viewer");
  await server.app.database.pool.query(
    `INSERT INTO sessions (user_id, token_hash, expires_at)
     SELECT $1, encode(sha256(convert_to('many ' || n, 'UTF8')), 'hex'), now() + interval '1 day'
     FROM generate_series(1, 59) n`,
    [person.userId],
  );
  expect(await sessionsOf(person)).toHaveLength(50);
  const { data } = await admin.ask(END_ALL, { userId: person.userId });
  expect(data).toMatchObject({ endSessions: { ended: 60 } });
});

test("everyone reads their own role, without leave to read people", async () => {
  const person = await server.signIn("viewer");
  const { rows } = await server.app.database.pool.query<{ id: string }>(
    `INSERT INTO access_roles (name, based_on, own_permissions) VALUES ('Front desk', 'viewer', '{customers:read}') RETURNING id`,
  );
  const ROLE = "{ viewer { accessRole { name isPreset basedOn permissions } } }";
  const preset = await person.ask(ROLE);
  expect(preset.data).toMatchObject({ viewer: { accessRole: { name: "viewer", isPreset: true } } });
  await server.app.database.pool.query("UPDATE users SET access_role_id = $2 WHERE id = $1", [
    person.userId,
    rows[0]?.id,
  ]);
  const own = await person.ask(ROLE);
  expect([own.errors, own.data]).toEqual([
    undefined,
    {
      viewer: {
        accessRole: {
          name: "Front desk",
          isPreset: false,
          basedOn: "viewer",
          permissions: ["customers:read"],
        },
      },
    },
  ]);
  expect(codeOf(await person.ask("{ users { id accessRole { name } } }"))).toBe("FORBIDDEN");
});

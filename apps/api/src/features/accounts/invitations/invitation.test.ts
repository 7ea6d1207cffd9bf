import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { codeOf, issuesOf } from "../../../../test/support/refusals.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const INVITE = `mutation ($input: InviteUserInput!) { inviteUser(input: $input) { user { id } path } }`;
const RESEND = `mutation ($userId: ID!) { resendInvitation(input: { userId: $userId }) { user { id disabled } path } }`;
const REVOKE = `mutation ($userId: ID!) { revokeInvitation(input: { userId: $userId }) { user { id disabled } } }`;
const LINK = `mutation ($userId: ID!) { createPasswordLink(input: { userId: $userId }) { user { id } path } }`;
const UPDATE = `mutation ($input: UpdateUserInput!) { updateUser(input: $input) { user { id version } } }`;
const PEOPLE = `{ people { id invited invitation { status sentAt expiresAt acceptedAt revokedAt sentBy { id } } } }`;

interface Link {
  user: { id: string; disabled?: boolean };
  path: string;
}

interface Person {
  id: string;
  invited: boolean;
  invitation: {
    status: string;
    sentAt: string;
    expiresAt: string;
    acceptedAt: string | null;
    revokedAt: string | null;
    sentBy: { id: string } | null;
  } | null;
}

const tokenOf = ({ path }: Link) => path.split("token=")[1];

async function invite(name: string, role = "sales"): Promise<Link> {
  const input = { name, email: `${name}@example.com`, role };
  const { data, errors } = await admin.ask<{ inviteUser: Link }>(INVITE, { input });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.inviteUser;
}

async function resend({ user }: Link): Promise<Link> {
  const { data } = await admin.ask<{ resendInvitation: Link }>(RESEND, { userId: user.id });
  return data.resendInvitation;
}

const join = (token: string | undefined, password = "a long enough one") =>
  server.stranger.fetch("/api/join", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token, password }),
  });

async function personOf({ user }: Link): Promise<Person | undefined> {
  const { data } = await admin.ask<{ people: Person[] }>(PEOPLE);
  return data.people.find(({ id }) => id === user.id);
}

async function actionsOn({ user }: Link): Promise<[action: string, actor: string][]> {
  const { rows } = await server.app.database.pool.query<{ action: string; actor_id: string }>(
    "SELECT action, actor_id FROM activity WHERE record_type = 'User' AND record_id = $1 ORDER BY id",
    [user.id],
  );
  return rows.map(({ action, actor_id }) => [action, actor_id]);
}

// A role of people who manage others without being an admin.
async function manager(): Promise<Caller> {
  const { data } = await admin.ask<{ accessRoles: { id: string; name: string }[] }>(
    "{ accessRoles { id name } }",
  );
  const copyOfId = data.accessRoles.find(({ name }) => name === "sales")?.id;
  const made = await admin.ask<{ createAccessRole: { accessRole: { id: string } } }>(
    "mutation ($input: CreateAccessRoleInput!) { createAccessRole(input: $input) { accessRole { id } } }",
    {
      input: {
        name: "Manages people",
        copyOfId,
        permissions: ["customers:read", "users:read", "users:write"],
      },
    },
  );
  const person = await server.signIn("viewer");
  await server.app.database.pool.query("UPDATE users SET access_role_id = $2 WHERE id = $1", [
    person.userId,
    made.data.createAccessRole.accessRole.id,
  ]);
  return person;
}

test("an invitation shows when it was sent, by whom, when it expires, and that it was accepted", async () => {
  const sent = await invite("ines");
  const before = await personOf(sent);
  expect(before).toMatchObject({
    invited: true,
    invitation: {
      status: "PENDING",
      acceptedAt: null,
      revokedAt: null,
      sentBy: { id: admin.userId },
    },
  });
  const { sentAt, expiresAt } = before?.invitation ?? {};
  expect(Date.parse(expiresAt ?? "") - Date.parse(sentAt ?? "")).toBe(7 * 24 * 60 * 60 * 1000);
  expect((await join(tokenOf(sent))).status).toBe(200);
  expect(await personOf(sent)).toMatchObject({
    invited: false,
    invitation: { status: "ACCEPTED", acceptedAt: expect.any(String) },
  });
  expect(await actionsOn(sent)).toEqual([
    ["created", admin.userId],
    ["invitation_accepted", sent.user.id],
  ]);
});

test("an invitation that is sent again has a new link, and the previous one stops working", async () => {
  const first = await invite("rui");
  await server.app.database.pool.query(
    `UPDATE invitations SET sent_at = now() - interval '8 days', expires_at = now() - interval '1 day' WHERE user_id = $1`,
    [first.user.id],
  );
  await server.app.database.pool.query(
    "UPDATE account_links SET expires_at = now() - interval '1 day' WHERE user_id = $1",
    [first.user.id],
  );
  expect((await personOf(first))?.invitation?.status).toBe("EXPIRED");
  expect((await join(tokenOf(first))).status).toBe(400);
  const second = await resend(first);
  expect((await personOf(first))?.invitation?.status).toBe("PENDING");
  const third = await resend(first);
  expect((await join(tokenOf(second))).status).toBe(400);
  expect((await join(tokenOf(third))).status).toBe(200);
  expect((await actionsOn(first)).map(([action]) => action)).toEqual([
    "created",
    "invitation_resent",
    "invitation_resent",
    "invitation_accepted",
  ]);
  const again = await admin.ask(RESEND, { userId: first.user.id });
  expect(issuesOf(again)).toEqual(["userId already_joined"]);
});

test("a revoked invitation lets nobody in until it is sent again", async () => {
  const sent = await invite("eva");
  const revoked = await admin.ask(REVOKE, { userId: sent.user.id });
  expect(revoked.data).toEqual({
    revokeInvitation: { user: { id: sent.user.id, disabled: true } },
  });
  expect((await admin.ask(REVOKE, { userId: sent.user.id })).errors).toBeUndefined();
  expect((await join(tokenOf(sent))).status).toBe(400);
  expect((await personOf(sent))?.invitation).toMatchObject({
    status: "REVOKED",
    revokedAt: expect.any(String),
  });
  const again = await resend(sent);
  expect(again.user.disabled).toBe(false);
  expect((await personOf(sent))?.invitation).toMatchObject({ status: "PENDING", revokedAt: null });
  expect((await join(tokenOf(sent))).status).toBe(400);
  expect((await join(tokenOf(again))).status).toBe(200);
  expect(issuesOf(await admin.ask(REVOKE, { userId: sent.user.id }))).toEqual([
    "userId already_joined",
  ]);
  expect((await actionsOn(sent)).map(([action]) => action)).toEqual([
    "created",
    "invitation_revoked",
    "invitation_resent",
    "invitation_accepted",
  ]);
});

test("disabling someone who has not joined revokes the invitation for good", async () => {
  const sent = await invite("ivo");
  const change = (version: number, disabled: boolean) =>
    admin.ask(UPDATE, { input: { id: sent.user.id, version, disabled } });
  expect((await change(1, true)).errors).toBeUndefined();
  expect((await personOf(sent))?.invitation?.status).toBe("REVOKED");
  expect((await change(2, false)).errors).toBeUndefined();
  expect((await join(tokenOf(sent))).status).toBe(400);
});

test("a password link for someone who has not joined is their invitation, sent again", async () => {
  const sent = await invite("noa");
  const { data } = await admin.ask<{ createPasswordLink: Link }>(LINK, { userId: sent.user.id });
  expect((await actionsOn(sent)).at(-1)).toEqual(["invitation_resent", admin.userId]);
  expect((await join(tokenOf(sent))).status).toBe(400);
  expect((await join(tokenOf(data.createPasswordLink))).status).toBe(200);
});

test("an admin who never joined is not the one who is left", async () => {
  const alone = await startServer();
  const only = await alone.signIn("admin");
  const invited = await only.ask<{ inviteUser: Link }>(INVITE, {
    input: { name: "Next", email: "next@example.com", role: "admin" },
  });
  expect(invited.errors).toBeUndefined();
  const left = await only.ask(UPDATE, { input: { id: only.userId, version: 1, role: "viewer" } });
  expect(issuesOf(left)).toEqual(["id last_admin"]);
  await alone.close();
});

test("nobody gets a link to the account of a person who may do more", async () => {
  const lesser = await manager();
  const other = await server.signIn("admin");
  const pending = await invite("boss", "admin");
  const RESET = `mutation ($userId: ID!) { resetTwoFactor(input: { userId: $userId }) { user { id } } }`;
  for (const [query, userId] of [
    [LINK, other.userId],
    [RESET, other.userId],
    [LINK, pending.user.id],
    [RESEND, pending.user.id],
  ] as const) {
    expect(issuesOf(await lesser.ask(query, { userId }))).toEqual(["userId may_do_more"]);
  }
  expect((await join(tokenOf(pending))).status).toBe(200);
});

test("only who manages people sees invitations, and what became of them in the history", async () => {
  const sent = await invite("uma");
  await resend(sent);
  const sales = await server.signIn("sales");
  const seen = await sales.ask("{ users { id invitation { status } } }");
  expect(codeOf(seen)).toBe("FORBIDDEN");
  for (const query of [RESEND, REVOKE]) {
    expect(codeOf(await sales.ask(query, { userId: sent.user.id }))).toBe("FORBIDDEN");
  }
  const LOG = `query ($id: ID!) { auditLog(filter: { recordId: $id }) { nodes { action } } }`;
  const logOf = async (caller: Caller) => {
    const { data } = await caller.ask<{ auditLog: { nodes: { action: string }[] } }>(LOG, {
      id: sent.user.id,
    });
    return data.auditLog.nodes.map(({ action }) => action);
  };
  expect(await logOf(admin)).toContain("invitation_resent");
  expect(await logOf(sales)).not.toContain("invitation_resent");
});

test("the invitations of all people are read by one statement", async () => {
  const statements = async () => {
    const { headers } = await admin.ask(PEOPLE);
    return Number(/desc="(\d+)"/.exec(headers.get("server-timing") ?? "")?.[1]);
  };
  const before = await statements();
  expect(before).toBeGreaterThan(0);
  for (const name of ["zoe", "zia", "zed"]) await invite(name);
  expect(await statements()).toBe(before);
});

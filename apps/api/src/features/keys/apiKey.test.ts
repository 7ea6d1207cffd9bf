import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { startProgram } from "../../../test/support/program.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const CREATE = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret key { id prefix scopes } } }`;
const REVOKE = `mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { key { revokedAt } } }`;

interface Created {
  createApiKey: { secret: string; key: { id: string; prefix: string; scopes: string[] } };
}

async function makeKey(scopes: string[], rest: object = {}): Promise<Created["createApiKey"]> {
  const { data, errors } = await admin.ask<Created>(CREATE, {
    input: { name: "ERP", scopes, ...rest },
  });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.createApiKey;
}

const withKey = (secret: string, query: string, variables: object = {}) =>
  server.stranger.ask(query, variables, { authorization: `Bearer ${secret}` });

test("a key reads within its scopes, and its secret is nowhere in the database", async () => {
  const { secret, key } = await makeKey(["customers:read"]);
  expect(secret.startsWith(key.prefix)).toBe(true);
  const viewer = await withKey(
    secret,
    "{ viewer { kind name permissions } customers { totalCount } }",
  );
  expect(viewer.data).toEqual({
    viewer: { kind: "API_KEY", name: "ERP", permissions: ["customers:read"] },
    customers: { totalCount: 0 },
  });
  const write = await withKey(
    secret,
    'mutation { createCustomer(input: { legalName: "x", address: { city: "Recife", country: "BR" } }) { customer { id } } }',
  );
  expect(write.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  const { rows } = await server.app.database.pool.query(
    "SELECT k::text || coalesce((SELECT string_agg(a::text, '') FROM activity a), '') AS stored FROM api_keys k",
  );
  const random = secret.split("_").slice(2).join("_");
  expect(rows.map((row) => row.stored).join()).not.toContain(random);
  const history = await server.app.database.pool.query(
    "SELECT changes::text FROM activity WHERE record_id = $1",
    [key.id],
  );
  expect(history.rows[0].changes).not.toContain("secretHash");
});

test("a key cannot be given more than its creator may do, nor keep what its creator may no longer do", async () => {
  const person = await server.signIn("admin");
  const made = await person.ask<Created>(CREATE, {
    input: { name: "Own", scopes: ["settings:write", "customers:read"] },
  });
  const { secret } = made.data.createApiKey;
  await server.app.database.pool.query("UPDATE users SET role = 'viewer' WHERE id = $1", [
    person.userId,
  ]);
  const { data } = await withKey(secret, "{ viewer { permissions } }");
  expect(data).toEqual({ viewer: { permissions: ["customers:read"] } });
  const again = await person.ask(CREATE, { input: { name: "More", scopes: ["settings:write"] } });
  expect(again.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
});

test("a key creates no keys", async () => {
  const { secret } = await makeKey(["keys:read"]);
  const made = await withKey(secret, CREATE, { input: { name: "Child", scopes: ["keys:read"] } });
  expect(made.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
});

test("wrong, truncated, expired and foreign keys are refused", async () => {
  const { secret, key } = await makeKey(["customers:read"], {
    expiresAt: new Date(Date.now() + 60_000).toISOString(),
  });
  expect((await withKey(secret, "{ viewer { name } }")).status).toBe(200);
  const random = secret.slice(-32);
  const other = secret.slice(0, -32) + [...random].reverse().join("");
  for (const wrong of [
    other,
    `${secret}x`,
    secret.slice(0, -1),
    `${secret.slice(0, -1)}!`,
    "clk",
    "",
  ]) {
    expect((await withKey(wrong, "{ viewer { name } }")).status).toBe(401);
  }
  await server.app.database.pool.query("UPDATE api_keys SET expires_at = now() WHERE id = $1", [
    key.id,
  ]);
  expect((await withKey(secret, "{ viewer { name } }")).status).toBe(401);
});

test("a revoked key is dead within a second in every process on the database", async () => {
  const other = startProgram({
    DATABASE_URL: server.databaseUrl,
    DATA_DIR: server.app.dataDir,
  });
  try {
    const [, url = ""] = await other.says(/running at (\S+)/);
    const { secret, key } = await makeKey(["customers:read"]);
    const ask = (base: string) =>
      fetch(`${base}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${secret}` },
        body: JSON.stringify({ query: "{ viewer { name } }" }),
      }).then((response) => response.status);
    expect(await Promise.all([ask(server.url), ask(url)])).toEqual([200, 200]);
    await admin.ask(REVOKE, { id: key.id });
    const statuses = await Promise.all(
      Array.from({ length: 20 }, (_, index) => ask(index % 2 ? url : server.url)),
    );
    expect(statuses).toEqual(Array(20).fill(401));
  } finally {
    other.child.kill("SIGTERM");
    await other.ended;
  }
});

describe("the keys of a person", () => {
  const OF_PEOPLE = "{ people { id apiKeys { id name scopes lastUsedAt expiresAt revokedAt } } }";
  const OWN = "{ viewer { apiKeys { id revokedAt } } }";
  interface Keys {
    apiKeys: { id: string; name: string; lastUsedAt: string | null; revokedAt: string | null }[];
  }
  const keyOf = async (maker: Caller, name: string) => {
    const input = { name, scopes: ["customers:read"] };
    const { data } = await maker.ask<Created>(CREATE, { input });
    return data.createApiKey;
  };
  /** Somebody who made two keys as an admin, and no longer is one. */
  const formerAdmin = async () => {
    const person = await server.signIn("admin");
    const keys = [await keyOf(person, "First"), await keyOf(person, "Second")] as const;
    await server.app.database.pool.query("UPDATE users SET role = 'sales' WHERE id = $1", [
      person.userId,
    ]);
    return { person, keys };
  };

  test("are shown to administrators, with when each was used last", async () => {
    const { person, keys } = await formerAdmin();
    await withKey(keys[0].secret, "{ viewer { name } }");
    const { data } = await admin.ask<{ people: ({ id: string } & Keys)[] }>(OF_PEOPLE);
    const shown = data.people.find(({ id }) => id === person.userId)?.apiKeys;
    expect(shown?.map(({ name, lastUsedAt }) => [name, lastUsedAt !== null])).toEqual([
      ["Second", false],
      ["First", true],
    ]);
    const colleague = await server.signIn("sales");
    const refused = await colleague.ask("{ users { id apiKeys { id } } }");
    expect(refused.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  });

  test("are revoked one by one by the person, and the keys of others are not theirs to revoke", async () => {
    const { person, keys } = await formerAdmin();
    const others = await makeKey(["customers:read"]);
    const own = await person.ask<{ viewer: Keys }>(OWN);
    expect(own.data.viewer.apiKeys.map(({ id }) => id)).toEqual([keys[1].key.id, keys[0].key.id]);
    expect((await person.ask(REVOKE, { id: keys[0].key.id })).errors).toBeUndefined();
    expect((await withKey(keys[0].secret, "{ viewer { name } }")).status).toBe(401);
    // Whether a key exists is not told to who may not read keys.
    for (const id of [others.key.id, "01890000-0000-7000-8000-000000000000"]) {
      const refused = await person.ask(REVOKE, { id });
      expect(refused.errors?.[0]?.extensions).toMatchObject({
        code: "FORBIDDEN",
        permission: "keys:write",
      });
    }
    expect((await withKey(others.secret, "{ viewer { name } }")).status).toBe(200);
  });

  test("are revoked together by an administrator, each in the history", async () => {
    const { person, keys } = await formerAdmin();
    const ALL = `mutation ($userId: ID!) { revokeApiKeys(input: { userId: $userId }) { user { id } keys { id revokedAt } } }`;
    await admin.ask(REVOKE, { id: keys[0].key.id });
    const { data } = await admin.ask<{ revokeApiKeys: { keys: { id: string }[] } }>(ALL, {
      userId: person.userId,
    });
    expect(data.revokeApiKeys.keys).toEqual([
      { id: keys[1].key.id, revokedAt: expect.any(String) },
    ]);
    for (const { secret } of keys) {
      expect((await withKey(secret, "{ viewer { name } }")).status).toBe(401);
    }
    const { rows } = await server.app.database.pool.query(
      "SELECT record_id FROM activity WHERE record_type = 'ApiKey' AND action = 'revoked' AND record_id = ANY($1) AND actor_id = $2",
      [keys.map(({ key }) => key.id), admin.userId],
    );
    expect(rows).toHaveLength(2);
    const refused = await person.ask(ALL, { userId: admin.userId });
    expect(refused.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  });
});

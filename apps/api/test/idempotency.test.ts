import { type Caller, startServer, type TestServer } from "./server.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const CREATE = `mutation ($input: CreateCustomerInput!) {
  createCustomer(input: $input) { customer { id legalName owner { id } activity { totalCount } } }
}`;
const create = (legalName: string, key: string, caller = admin) =>
  caller.ask<{ createCustomer: { customer: { id: string } } }>(
    CREATE,
    { input: { legalName, address: { city: "Recife", country: "BR" } } },
    { "idempotency-key": key },
  );
const count = async (legalName: string) =>
  (
    await server.app.database.pool.query(
      "SELECT count(*)::int AS n FROM customers WHERE legal_name = $1",
      [legalName],
    )
  ).rows[0].n;

test("a mutation sent again with its key runs once and returns the first response", async () => {
  const first = await create("Once", "k1");
  expect(first.data.createCustomer.customer).toMatchObject({
    legalName: "Once",
    activity: { totalCount: 1 },
  });
  const again = await create("Once", "k1");
  expect(again.data).toEqual(first.data);
  expect(await count("Once")).toBe(1);
});

test("twenty concurrent ones run once", async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => create("Together", "k2")));
  expect(new Set(answers.map((answer) => answer.data.createCustomer.customer.id)).size).toBe(1);
  expect(await count("Together")).toBe(1);
});

test("the same key with another request is refused, and keys of different people are independent", async () => {
  await create("Mine", "k3");
  const other = await create("Not mine", "k3");
  expect(other.errors?.[0]?.extensions).toMatchObject({
    code: "VALIDATION_FAILED",
    issues: [{ path: "idempotency-key", code: "idempotency_key_reused" }],
  });
  const sales = await server.signIn("sales");
  expect((await create("Not mine", "k3", sales)).errors).toBeUndefined();
});

test("a request of which nothing was committed leaves no key: corrected, it succeeds", async () => {
  const failed = await create("", "k4");
  expect(failed.errors?.[0]?.extensions.code).toBe("VALIDATION_FAILED");
  expect((await create("Fixed", "k4")).errors).toBeUndefined();
  expect(await count("Fixed")).toBe(1);
});

test("effect and key are atomic: a crash before the commit leaves neither", async () => {
  await server.asOwner(`
    CREATE FUNCTION break_answers() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
    CREATE TRIGGER break_answers BEFORE UPDATE ON idempotency_keys FOR EACH ROW EXECUTE FUNCTION break_answers()`);
  const lost = await create("Crashed", "k5");
  expect(lost.errors).toHaveLength(1);
  await server.asOwner("DROP TRIGGER break_answers ON idempotency_keys");
  expect(await count("Crashed")).toBe(0);
  expect((await create("Crashed", "k5")).errors).toBeUndefined();
  expect(await count("Crashed")).toBe(1);
});

test("a secret that is shown once is returned again for the same key, and is not in the database", async () => {
  const CREATE_KEY = `mutation { createApiKey(input: { name: "K", scopes: ["customers:read"] }) { secret } }`;
  const make = () =>
    admin.ask<{ createApiKey: { secret: string } }>(
      CREATE_KEY,
      {},
      { "idempotency-key": "secret" },
    );
  const { secret } = (await make()).data.createApiKey;
  expect((await make()).data.createApiKey.secret).toBe(secret);
  const { rows } = await server.app.database.pool.query(
    "SELECT string_agg(k::text, '') AS stored FROM idempotency_keys k WHERE key_hash = encode(sha256('secret'), 'hex')",
  );
  const random = secret.split("_").slice(2).join("_");
  expect(random.length).toBeGreaterThan(20);
  expect(rows[0].stored).not.toContain(random);
});

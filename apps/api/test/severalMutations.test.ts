import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { type Caller, startServer, type TestServer } from "./server.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const THREE = `mutation ($a: String!, $b: String!, $c: String!) {
  a: createCustomer(input: { legalName: $a, address: { city: "Recife", country: "BR" } }) { customer { legalName } }
  b: createCustomer(input: { legalName: $b, address: { city: "Recife", country: "BR" } }) { customer { legalName } }
  ...Third
}
fragment Third on Mutation {
  c: createCustomer(input: { legalName: $c, address: { city: "Recife", country: "BR" } }) { customer { id legalName } }
}`;

type Made = { customer: { id?: string; legalName: string } } | null;

const send = (names: { a: string; b: string; c: string }, headers: Record<string, string> = {}) =>
  admin.ask<Record<"a" | "b" | "c", Made>>(THREE, names, headers);

async function written(prefix: string): Promise<string[]> {
  const { rows } = await server.app.database.pool.query<{ legal_name: string }>(
    "SELECT legal_name FROM customers WHERE legal_name LIKE $1 ORDER BY legal_name",
    [`${prefix}%`],
  );
  return rows.map((row) => row.legal_name);
}

const madeIn = (data: Record<string, Made>) =>
  Object.values(data).flatMap((made) => made?.customer.legalName ?? []);

const whatFailed = ({ errors }: Awaited<ReturnType<typeof send>>) =>
  errors?.map(({ path, extensions }) => [path, extensions.code]);

test.each([
  ["without a key", {}],
  ["with a key", { "idempotency-key": "three" }],
])("%s each of several mutations says what became of it", async (name, headers) => {
  const answer = await send({ a: `${name} a`, b: "", c: `${name} c` }, headers);
  expect(Object.keys(answer.data)).toEqual(["a", "b", "c"]);
  expect(answer.data).toMatchObject({
    a: { customer: { legalName: `${name} a` } },
    b: null,
    c: { customer: { legalName: `${name} c` } },
  });
  expect(whatFailed(answer)).toEqual([[["b"], "VALIDATION_FAILED"]]);
  expect(await written(name)).toEqual([`${name} a`, `${name} c`]);
});

test("once one mutation was committed, a retry replays the whole response, even if the failed one would succeed now", async () => {
  const { id, version } = await makeCustomer(admin);
  const change = (action: "delete" | "restore") =>
    admin.ask(
      `mutation ($ids: [ID!]!) { ${action}Customers(input: { ids: $ids }) { customers { id } } }`,
      { ids: [id] },
    );
  const sendBoth = (notes = "x") =>
    admin.ask<Record<"a" | "b", unknown>>(
      `mutation ($id: ID!, $version: Int!, $notes: String) {
        a: createCustomer(input: { legalName: "Whole a", address: { city: "Recife", country: "BR" } }) { customer { id } }
        b: updateCustomer(input: { id: $id, version: $version, notes: $notes }) { customer { id } }
      }`,
      { id, version, notes },
      { "idempotency-key": "whole" },
    );
  await change("delete");
  const first = await sendBoth();
  expect(first.errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [["b"], "NOT_FOUND"],
  ]);
  expect(first.headers.get("idempotent-replayed")).toBeNull();
  await change("restore");
  const second = await sendBoth();
  expect({ ...second, headers: null }).toEqual({ ...first, headers: null });
  expect(second.headers.get("idempotent-replayed")).toBe("true");
  expect(await written("Whole")).toEqual(["Whole a"]);
  expect((await sendBoth("other")).errors?.[0]?.extensions).toMatchObject({
    code: "VALIDATION_FAILED",
    issues: [{ code: "idempotency_key_reused" }],
  });
});

test("a failure of the server is replayed as well, without when to try again", async () => {
  await server.asOwner(`
    CREATE FUNCTION refuse_second() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'locked' USING ERRCODE = '55P03'; END $$;
    CREATE TRIGGER refuse_second BEFORE INSERT ON customers FOR EACH ROW WHEN (NEW.legal_name = 'Later b')
      EXECUTE FUNCTION refuse_second()`);
  const names = { a: "Later a", b: "Later b", c: "Later c" };
  const first = await send(names, { "idempotency-key": "later" });
  await server.asOwner("DROP TRIGGER refuse_second ON customers");
  expect(whatFailed(first)).toEqual([[["b"], "UNAVAILABLE"]]);
  expect(first.status).toBe(503);
  expect(first.headers.get("retry-after")).toBeNull();
  const second = await send(names, { "idempotency-key": "later" });
  expect({ ...second, headers: null }).toEqual({ ...first, headers: null });
  expect(await written("Later")).toEqual(["Later a", "Later c"]);
  expect(
    (await send({ a: "", b: "Later b", c: "" }, { "idempotency-key": "later b" })).data.b,
  ).not.toBeNull();
});

test("if nothing was committed, for whatever reason, a retry is executed", async () => {
  await server.asOwner(`
    CREATE FUNCTION refuse_all() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'locked' USING ERRCODE = '55P03'; END $$;
    CREATE TRIGGER refuse_all BEFORE INSERT ON customers FOR EACH ROW EXECUTE FUNCTION refuse_all()`);
  const names = { a: "Anew a", b: "", c: "Anew c" };
  const headers = { "idempotency-key": "anew" };
  const first = await send(names, headers);
  await server.asOwner("DROP TRIGGER refuse_all ON customers");
  expect(first.data).toEqual({ a: null, b: null, c: null });
  expect(first.headers.get("retry-after")).toMatch(/^\d+$/);
  const second = await send({ ...names, b: "Anew b" }, headers);
  expect(second.errors).toBeUndefined();
  expect(second.headers.get("idempotent-replayed")).toBeNull();
  expect(await written("Anew")).toEqual(["Anew a", "Anew b", "Anew c"]);
});

test("after a crash during a request, a retry finds what was committed and does the rest", async () => {
  const names = { a: "Cut a", b: "Cut b", c: "Cut c" };
  const headers = { "idempotency-key": "cut" };
  // As if it were killed after the first commit: no later transaction of the request commits.
  await server.asOwner(`
    CREATE FUNCTION end_process() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
    CREATE TRIGGER end_process BEFORE UPDATE ON idempotency_keys FOR EACH ROW WHEN (OLD.answer IS NOT NULL)
      EXECUTE FUNCTION end_process()`);
  const cut = await send(names, headers);
  await server.asOwner("DROP TRIGGER end_process ON idempotency_keys");
  expect(madeIn(cut.data)).toEqual(["Cut a"]);
  expect(cut.errors?.map(({ path }) => path)).toEqual([["b"], ["c"]]);
  expect(await written("Cut")).toEqual(["Cut a"]);

  const whole = await send(names, headers);
  expect(whole.errors).toBeUndefined();
  expect(whole.data.a).toEqual(cut.data.a);
  expect(madeIn(whole.data)).toEqual(["Cut a", "Cut b", "Cut c"]);
  expect(await written("Cut")).toEqual(["Cut a", "Cut b", "Cut c"]);
  expect((await send(names, headers)).data).toEqual(whole.data);
});

test("of ten concurrent identical requests, each mutation runs once", async () => {
  const names = { a: "Ten a", b: "Ten b", c: "Ten c" };
  const headers = { "idempotency-key": "ten" };
  const answers = await Promise.all(Array.from({ length: 10 }, () => send(names, headers)));
  expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
  expect(await written("Ten")).toEqual(["Ten a", "Ten b", "Ten c"]);
});

test("of ten concurrent identical requests with a failing mutation, all get the same response", async () => {
  const names = { a: "Same a", b: "", c: "Same c" };
  const headers = { "idempotency-key": "same" };
  const answers = await Promise.all(Array.from({ length: 10 }, () => send(names, headers)));
  expect(new Set(answers.map(({ data, errors }) => JSON.stringify([data, errors]))).size).toBe(1);
  expect(await written("Same")).toEqual(["Same a", "Same c"]);
});

test("a field of the result that may not be read is null, and the write is committed", async () => {
  const DEALS = `mutation ($name: String!) {
    createCustomer(input: { legalName: $name, address: { city: "Recife", country: "BR" } }) { customer { legalName invoices { totalCount } } }
  }`;
  const { data } = await admin.ask<{ createApiKey: { secret: string } }>(
    'mutation { createApiKey(input: { name: "writes", scopes: ["customers:write"] }) { secret } }',
  );
  const authorization = `Bearer ${data.createApiKey.secret}`;
  const keyed = { authorization, "idempotency-key": "partly" };
  for (const headers of [{ authorization }, keyed] as Record<string, string>[]) {
    const name = `Partly ${Object.keys(headers).length}`;
    const answer = await server.stranger.ask<{ createCustomer: Made }>(DEALS, { name }, headers);
    expect(answer.data).toEqual({
      createCustomer: { customer: { legalName: name, invoices: null } },
    });
    expect(answer.errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [["createCustomer", "customer", "invoices"], "FORBIDDEN"],
    ]);
    expect(await written(name)).toEqual([name]);
  }
  const again = await server.stranger.ask(DEALS, { name: "Partly 2" }, keyed);
  expect(again.errors).toHaveLength(1);
  expect(await written("Partly 2")).toEqual(["Partly 2"]);
});

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

test("sent again with its key, what was done is answered again, and what failed is tried again", async () => {
  const names = { a: "Again a", b: "", c: "Again c" };
  const first = await send(names, { "idempotency-key": "again" });
  const second = await send(names, { "idempotency-key": "again" });
  expect({ ...second, headers: null }).toEqual({ ...first, headers: null });
  expect(await written("Again")).toEqual(["Again a", "Again c"]);
});

test("a process that ends in the midst of a request leaves what it did done, once", async () => {
  const names = { a: "Cut a", b: "Cut b", c: "Cut c" };
  const headers = { "idempotency-key": "cut" };
  // As a process that is killed: the transaction of the second never commits.
  await server.asOwner(`
    CREATE FUNCTION end_second() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.legal_name = 'Cut b' THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER end_second BEFORE INSERT ON customers FOR EACH ROW EXECUTE FUNCTION end_second()`);
  const cut = await send(names, headers);
  await server.asOwner("DROP TRIGGER end_second ON customers");
  expect(cut.data.b).toBeNull();
  expect(cut.errors?.map(({ path }) => path)).toEqual([["b"]]);
  expect(await written("Cut")).toEqual(madeIn(cut.data));

  const whole = await send(names, headers);
  expect(whole.errors).toBeUndefined();
  expect(whole.data).toMatchObject({ a: cut.data.a, c: cut.data.c });
  expect(madeIn(whole.data)).toEqual(["Cut a", "Cut b", "Cut c"]);
  expect(await written("Cut")).toEqual(["Cut a", "Cut b", "Cut c"]);
  expect((await send(names, headers)).data).toEqual(whole.data);
});

test("of the same request ten times at once, each mutation is done once", async () => {
  const names = { a: "Ten a", b: "Ten b", c: "Ten c" };
  const headers = { "idempotency-key": "ten" };
  const answers = await Promise.all(Array.from({ length: 10 }, () => send(names, headers)));
  expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
  expect(await written("Ten")).toEqual(["Ten a", "Ten b", "Ten c"]);
});

test("what of an answer may not be read is null in it, and what was written stands", async () => {
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

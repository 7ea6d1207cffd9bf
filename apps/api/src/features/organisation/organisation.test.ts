import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { makeCustomer } from "../customers/customer.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterEach(() => server.setNow(null));
afterAll(() => server.close());

interface Settings {
  id: string;
  version: number;
  timeZone: string | null;
  currency: string | null;
}
const FIELDS = "id version timeZone currency";
const read = async (caller: Caller) =>
  (await caller.ask<{ organisation: Settings }>(`{ organisation { ${FIELDS} } }`)).data
    .organisation;
const viewer = async (caller: Pick<Caller, "ask">) =>
  (
    await caller.ask<{ viewer: { today: string; timeZone: string; currency: string } }>(
      "{ viewer { today timeZone currency } }",
    )
  ).data.viewer;
const update = (caller: Caller, input: object) =>
  caller.ask<{ updateOrganisation: { organisation: Settings } }>(
    `mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { organisation { ${FIELDS} } } }`,
    { input },
  );

test("has the values of the server's settings until an admin changes them, and again after a reset", async () => {
  const before = await read(admin);
  expect(before).toMatchObject({ timeZone: null, currency: null });
  expect(await viewer(admin)).toMatchObject({ timeZone: "America/Sao_Paulo", currency: "BRL" });
  const { version } = (
    await update(admin, { version: before.version, timeZone: "Pacific/Auckland", currency: "NZD" })
  ).data.updateOrganisation.organisation;
  expect(version).toBe(before.version + 1);
  expect(await viewer(admin)).toMatchObject({ timeZone: "Pacific/Auckland", currency: "NZD" });
  await update(admin, { version, timeZone: null, currency: null });
  expect(await viewer(admin)).toMatchObject({ timeZone: "America/Sao_Paulo", currency: "BRL" });
});

test("changes apply to everyone's next request: to its day, and to the currency of new records", async () => {
  server.setNow(new Date("2026-03-10T15:00:00Z"));
  const seller = await server.signIn("sales");
  const { data } = await admin.ask<{ createApiKey: { secret: string } }>(
    'mutation { createApiKey(input: { name: "ERP", scopes: ["customers:read"] }) { secret } }',
  );
  const key: Pick<Caller, "ask"> = {
    ask: (query, variables = {}) =>
      server.stranger.ask(query, variables, {
        authorization: `Bearer ${data.createApiKey.secret}`,
      }),
  };
  expect((await viewer(seller)).today).toBe("2026-03-10");
  const { version } = await read(admin);
  await update(admin, { version, timeZone: "Pacific/Auckland", currency: "NZD" });
  expect(await viewer(seller)).toEqual({
    today: "2026-03-11",
    timeZone: "Pacific/Auckland",
    currency: "NZD",
  });
  expect(await viewer(key)).toMatchObject({ today: "2026-03-11", currency: "NZD" });
  const customer = await makeCustomer(seller, {});
  const deal = await seller.ask<{ createDeal: { deal: { value: { currency: string } } } }>(
    "mutation ($input: CreateDealInput!) { createDeal(input: $input) { deal { value { currency } } } }",
    { input: { customerId: customer.id, title: "Ovens", value: "10.00" } },
  );
  expect(deal.data.createDeal.deal.value.currency).toBe("NZD");
});

test("only an admin changes them, at their version, and the history records it", async () => {
  const { id, version, currency } = await read(await server.signIn("viewer"));
  const finance = await server.signIn("finance");
  expect((await update(finance, { version, currency: "EUR" })).errors?.[0]?.extensions.code).toBe(
    "FORBIDDEN",
  );
  await update(admin, { version, currency: "EUR" });
  expect((await update(admin, { version, currency: "USD" })).errors?.[0]?.extensions).toMatchObject(
    {
      code: "CONFLICT",
    },
  );
  const { rows } = await server.app.database.pool.query(
    "SELECT action, changes, actor_name FROM activity WHERE record_id = $1 ORDER BY id DESC LIMIT 1",
    [id],
  );
  expect(rows).toEqual([
    {
      action: "updated",
      changes: [{ field: "currency", old: currency, new: "EUR" }],
      actor_name: "admin 1",
    },
  ]);
});

test.each([
  [{ timeZone: "Mars/Olympus" }, "timeZone"],
  [{ timeZone: "-03:00" }, "timeZone"],
  [{ currency: "XTS" }, "currency"],
])("refuses %j", async (input, path) => {
  const { version } = await read(admin);
  const { errors } = await update(admin, { version, ...input });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "VALIDATION_FAILED", issues: [{ path }] });
});

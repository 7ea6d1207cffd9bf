import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { codeOf, issuesOf, NO_ID } from "../../../../test/support/refusals.js";
import { makeCustomer } from "../customer.factory.js";

let server: TestServer;
let sales: Caller;
beforeAll(async () => {
  server = await startServer();
  sales = await server.signIn("sales");
});
afterAll(() => server.close());

const ADDRESS = "{ address { id version kind street number city country formatted } }";
const CREATE = `mutation ($input: CreateAddressInput!) { createAddress(input: $input) ${ADDRESS} }`;
const UPDATE = `mutation ($input: UpdateAddressInput!) { updateAddress(input: $input) ${ADDRESS} }`;
const DELETE = `mutation ($input: DeleteInput!) { deleteAddress(input: $input) { customer { addresses { kind } } } }`;
const RESTORE = `mutation ($input: RestoreInput!) { restoreAddress(input: $input) { customer { addresses { kind } } } }`;

interface Made {
  createAddress: { address: { id: string; version: number } };
}

async function makeAddress(customerId: string, kind: string) {
  const input = { customerId, kind, street: "Rua do Ouro", number: "7", country: "PT" };
  const { data } = await sales.ask<Made>(CREATE, { input });
  return data.createAddress.address;
}

test("addresses are created in addition to the main one, updated in part, deleted and restored", async () => {
  const { id } = await makeCustomer(sales);
  const delivery = await makeAddress(id, "DELIVERY");
  const billing = await makeAddress(id, "BILLING");
  expect(billing).toMatchObject({ version: 1, formatted: "Rua do Ouro, 7, PT" });

  const input = { id: billing.id, version: 1, number: null, city: " Lisboa " };
  expect((await sales.ask(UPDATE, { input })).data).toEqual({
    updateAddress: {
      address: {
        id: billing.id,
        version: 2,
        kind: "BILLING",
        street: "Rua do Ouro",
        number: null,
        city: "Lisboa",
        country: "PT",
        formatted: "Rua do Ouro, Lisboa, PT",
      },
    },
  });
  const kinds = (...list: string[]) => ({
    customer: { addresses: list.map((kind) => ({ kind })) },
  });
  expect((await sales.ask(DELETE, { input: { id: delivery.id, version: 1 } })).data).toEqual({
    deleteAddress: kinds("MAIN", "BILLING"),
  });
  expect((await sales.ask(RESTORE, { input: { id: delivery.id } })).data).toEqual({
    restoreAddress: kinds("MAIN", "BILLING", "DELIVERY"),
  });
  const history = await server.app.database.pool.query(
    "SELECT record_type, action FROM activity WHERE record_id = $1 ORDER BY id",
    [delivery.id],
  );
  expect(history.rows).toEqual(
    ["created", "deleted", "restored"].map((action) => ({ record_type: "Address", action })),
  );
});

test("invalid, stale, unknown and forbidden writes are refused", async () => {
  const { id } = await makeCustomer(sales);
  const address = { customerId: id, kind: "BILLING", country: "PT" };
  const create = (caller: Caller, change: object) =>
    caller.ask(CREATE, { input: { ...address, ...change } });
  expect(issuesOf(await create(sales, { kind: "MAIN" }))).toEqual(["kind main_address"]);
  expect(issuesOf(await create(sales, { country: "QQ" }))).toEqual(["country invalid_country"]);
  expect(codeOf(await create(sales, { customerId: NO_ID }))).toBe("NOT_FOUND");

  const billing = await makeAddress(id, "BILLING");
  const update = (caller: Caller, one: { id: string; version: number }, change: object) =>
    caller.ask(UPDATE, { input: { id: one.id, version: one.version, ...change } });
  expect(issuesOf(await update(sales, billing, { country: null }))).toEqual(["country required"]);
  expect(codeOf(await update(sales, { ...billing, version: 9 }, { city: "Porto" }))).toBe(
    "CONFLICT",
  );
  const stale = await update(sales, { ...billing, version: 9 }, { number: "12" });
  expect(stale.errors?.[0]?.extensions).toMatchObject({
    fields: ["number"],
    current: { id: billing.id, version: billing.version, kind: "BILLING", number: "7" },
  });
  expect(codeOf(await update(sales, { ...billing, id: NO_ID }, {}))).toBe("NOT_FOUND");

  const viewer = await server.signIn("viewer");
  expect(codeOf(await create(viewer, {}))).toBe("FORBIDDEN");
  expect(codeOf(await viewer.ask(DELETE, { input: { id: billing.id } }))).toBe("FORBIDDEN");
});

test("finance writes billing addresses only", async () => {
  const { id } = await makeCustomer(sales);
  const finance = await server.signIn("finance");
  const delivery = await makeAddress(id, "DELIVERY");
  const billing = await makeAddress(id, "BILLING");
  const create = (kind: string) =>
    finance.ask(CREATE, { input: { customerId: id, kind, country: "PT" } });
  const update = (one: typeof billing, change: object) =>
    finance.ask(UPDATE, { input: { id: one.id, version: 1, ...change } });
  expect(codeOf(await create("BILLING"))).toBe("OK");
  expect(codeOf(await create("DELIVERY"))).toBe("FORBIDDEN");
  expect(codeOf(await update(delivery, { city: "Porto" }))).toBe("FORBIDDEN");
  expect(codeOf(await update(billing, { kind: "DELIVERY" }))).toBe("FORBIDDEN");
  expect(codeOf(await update(billing, { city: "Porto" }))).toBe("OK");
  expect(codeOf(await finance.ask(DELETE, { input: { id: delivery.id } }))).toBe("FORBIDDEN");
  expect(codeOf(await finance.ask(DELETE, { input: { id: billing.id } }))).toBe("OK");
  expect(codeOf(await finance.ask(RESTORE, { input: { id: billing.id } }))).toBe("OK");
});

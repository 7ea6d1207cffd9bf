import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { makeCustomer } from "./customer.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

test("the id of an owner is accepted in capitals, and is no change when it is the current one", async () => {
  const capitals = admin.userId.toUpperCase();
  const { id } = await makeCustomer(admin, { ownerId: capitals });
  const { data, errors } = await admin.ask<{ updateCustomer: object; bulkUpdateCustomers: object }>(
    `mutation ($update: UpdateCustomerInput!, $bulk: BulkUpdateCustomersInput!) {
      updateCustomer(input: $update) { customer { version owner { id } } }
      bulkUpdateCustomers(input: $bulk) { matched changed }
    }`,
    {
      update: { id, version: 1, ownerId: capitals },
      bulk: { ids: [id.toUpperCase()], set: { ownerId: capitals } },
    },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    updateCustomer: { customer: { version: 1, owner: { id: admin.userId } } },
    bulkUpdateCustomers: { matched: 1, changed: 0 },
  });
});

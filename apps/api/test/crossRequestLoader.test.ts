import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { makeInvoice } from "../src/features/invoices/invoice.factory.js";
import { type Caller, startServer, type TestServer } from "./server.js";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const QUERY = `query ($id: ID!) { customer(id: $id) { id activity(first: 50) { nodes { recordType } } } }`;

test("a request that shares a turn with others gets what its caller may read", async () => {
  const [admin, projects] = await Promise.all([server.signIn("admin"), server.signIn("projects")]);
  const customers = await Promise.all([makeCustomer(admin), makeCustomer(admin)]);
  for (const { id } of customers) await makeInvoice(admin, id);
  const askers = Array.from({ length: 24 }, (_, number) => ({
    caller: number % 2 ? projects : admin,
    id: customers[number % 3 ? 0 : 1]?.id ?? "",
  }));
  const answers = await Promise.all(
    askers.map(({ caller, id }) => caller.ask<Answer>(QUERY, { id })),
  );
  for (const [number, { data }] of answers.entries()) {
    const { caller, id } = askers[number] ?? {};
    expect(data.customer.id).toBe(id);
    const types = new Set(data.customer.activity.nodes.map(({ recordType }) => recordType));
    expect(types.has("CUSTOMER")).toBe(true);
    expect(types.has("INVOICE")).toBe(caller === admin);
  }
});

test("the next request sees what was just written, regardless of concurrent reads", async () => {
  const admin: Caller = await server.signIn("admin");
  const { id, version } = await makeCustomer(admin);
  const read = () =>
    admin.ask<{ customer: { notes: string | null } }>(
      "query ($id: ID!) { customer(id: $id) { notes } }",
      { id },
    );
  const meanwhile = Array.from({ length: 20 }, read);
  await admin.ask(
    "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id } } }",
    { input: { id, version, notes: "Called back" } },
  );
  expect((await read()).data.customer.notes).toBe("Called back");
  await Promise.all(meanwhile);
});

interface Answer {
  customer: {
    id: string;
    activity: { nodes: { recordType: string }[] };
  };
}

import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { makeDeal } from "../src/features/deals/deal.factory.js";
import { makeInvoice } from "../src/features/invoices/invoice.factory.js";
import { makeOrder } from "../src/features/orders/order.factory.js";
import { makeQuote } from "../src/features/quotes/quote.factory.js";
import { type Caller, startServer, type TestServer } from "./server.js";
import { issuesOf } from "./support/refusals.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const update = (noun: string, input: object) =>
  admin.ask(
    `mutation ($input: Update${noun}Input!) { update${noun}(input: $input) { ${noun.toLowerCase()} { version notes } } }`,
    { input },
  );

const remove = (noun: string, id: string) =>
  admin.ask(
    `mutation ($id: ID!) { delete${noun}(input: { id: $id }) { ${noun.toLowerCase()} { id } } }`,
    { id },
  );

test.each([
  ["Quote", "dealId", makeQuote, "Deal", makeDeal],
  ["Order", "quoteId", makeOrder, "Quote", makeQuote],
  ["Invoice", "orderId", makeInvoice, "Order", makeOrder],
] as const)(
  "a change of a %s that names its %s again may do so while that is in the trash",
  async (noun, field, make, target, makeTarget) => {
    const { id: customerId } = await makeCustomer(admin);
    const linked = await makeTarget(admin, customerId, {});
    const other = await makeTarget(admin, customerId, {});
    const made = await make(admin, customerId, { [field]: linked.id });
    for (const { id } of [linked, other]) {
      expect((await remove(target, id)).errors).toBeUndefined();
    }
    const kept = await update(noun, { id: made.id, version: 1, [field]: linked.id, notes: "x" });
    expect(kept.errors).toBeUndefined();
    const changed = await update(noun, { id: made.id, version: 2, [field]: other.id });
    expect(issuesOf(changed)).toEqual([`${field} unknown_record`]);
  },
);

test("a customer and a deal keep an owner who can no longer be chosen", async () => {
  const [gone, other] = [await server.signIn("sales"), await server.signIn("sales")];
  const customer = await makeCustomer(admin, { ownerId: gone.userId });
  const deal = await makeDeal(admin, customer.id, { ownerId: gone.userId });
  await server.asOwner(
    `UPDATE users SET disabled_at = now() WHERE id IN ('${gone.userId}', '${other.userId}')`,
  );
  for (const [noun, { id }] of [
    ["Customer", customer],
    ["Deal", deal],
  ] as const) {
    const kept = await update(noun, { id, version: 1, ownerId: gone.userId, notes: "x" });
    expect(kept.errors).toBeUndefined();
    const changed = await update(noun, { id, version: 2, ownerId: other.userId });
    expect(issuesOf(changed)).toEqual(["ownerId unknown_user"]);
  }
});

import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { makeInvoice } from "../../invoices/invoice.factory.js";
import { makeOrder } from "../../orders/order.factory.js";
import { makeProject } from "../../projects/project.factory.js";
import { makeTimeEntry } from "../../time/timeEntry.factory.js";
import { makeCustomer } from "../customer.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const FIGURES = `
  orders { total { count amounts { amount currency } } finalized { count } }
  invoices {
    authorized { count amounts { amount currency } }
    overdue { count amounts { amount currency } }
  }`;
const TOTALS = `query ($search: String, $filter: CustomerFilter) {
  customerTotals(search: $search, filter: $filter) { activeProjects totalMinutes ${FIGURES} }
}`;
const line = (unitPrice: string) => ({ description: "Pão", quantity: "1", unitPrice });

test("totals are what the summaries of the list's customers add up to, and no others'", async () => {
  const customers = [
    await makeCustomer(admin, { legalName: "Soma Um", tags: ["counted"] }),
    await makeCustomer(admin, { legalName: "Soma Dois", tags: ["counted"] }),
    await makeCustomer(admin, { legalName: "Fora da conta" }),
  ];
  for (const [index, { id }] of customers.entries()) {
    const project = await makeProject(admin, id);
    await makeTimeEntry(admin, project.id, { minutes: 30 });
    await makeOrder(admin, id, { lines: [line("10.10")] });
    await makeInvoice(admin, id, {
      status: "AUTHORIZED",
      issuedOn: "2020-01-01",
      dueOn: "2020-02-01",
      currency: index === 1 ? "EUR" : "BRL",
      lines: [line("0.10")],
    });
    await makeInvoice(admin, id, { kind: "PURCHASE", lines: [line("7.00")] });
  }
  const of = async (variables: object) => (await admin.ask(TOTALS, variables)).data;
  const money = (amount: string, currency: string) => ({ amount, currency });
  expect(await of({ filter: { tags: ["counted"] } })).toEqual({
    customerTotals: {
      activeProjects: 2,
      totalMinutes: 60,
      orders: {
        total: { count: 2, amounts: [money("20.20", "BRL")] },
        finalized: { count: 0 },
      },
      invoices: {
        authorized: { count: 0, amounts: [] },
        overdue: {
          count: 2,
          amounts: expect.arrayContaining([money("0.10", "BRL"), money("0.10", "EUR")]),
        },
      },
    },
  });
  expect(await of({ search: "soma um" })).toMatchObject({
    customerTotals: { activeProjects: 1, totalMinutes: 30, invoices: { overdue: { count: 1 } } },
  });
  expect(await of({ search: "nobody is called so" })).toMatchObject({
    customerTotals: { activeProjects: 0, totalMinutes: 0, orders: { total: { amounts: [] } } },
  });
});

import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { printedSubgraph } from "../src/printSchema.js";
import { composed, gateway, serveTickets, ticketsSdl } from "./network/gateway.js";
import { type Caller, startServer, type TestServer } from "./server.js";
import { keyWith } from "./support/keyWith.js";
import { NO_ID } from "./support/refusals.js";

const NOWHERE = "http://other.invalid/graphql";
const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';

test.each([
  ["id", ticketsSdl],
  [
    "number",
    `${LINK}
     type Query { debtors: [Customer!]! }
     type Customer @key(fields: "number") { number: String! debt: Int! }`,
  ],
  [
    "tax ID",
    `${LINK}
     type Query { rated: [Customer!]! }
     type Customer @key(fields: "taxId { country value }") { taxId: TaxId rating: Int! }
     type TaxId @shareable { country: CountryCode! value: String! }
     scalar CountryCode`,
  ],
])("composes with a service that knows customers by %s", (_, sdl) => {
  const ours = { sdl: printedSubgraph(), url: NOWHERE };
  const { errors, supergraphSdl } = composed(ours, { sdl, url: NOWHERE });
  expect(errors).toBeUndefined();
  expect(supergraphSdl).toContain("enum join__Graph");
});

describe("through a gateway", () => {
  let server: TestServer;
  let admin: Caller;
  let ada: { id: string };
  let tickets: Awaited<ReturnType<typeof serveTickets>>;
  let ask: ReturnType<typeof gateway>;
  beforeAll(async () => {
    server = await startServer();
    admin = await server.signIn("admin");
    ada = await makeCustomer(admin, { legalName: "Ada", email: "ada@example.com" });
    tickets = await serveTickets([
      { subject: "Late", customerId: ada.id },
      { subject: "Gone", customerId: NO_ID },
    ]);
    const { url } = server;
    const ours = { sdl: printedSubgraph(), url: `${url}/graphql` };
    const { supergraphSdl = "" } = composed(ours, { sdl: ticketsSdl, url: tickets.url });
    ask = gateway(supergraphSdl);
  });
  afterAll(async () => {
    await tickets.close();
    await server.close();
  });

  test("from another service's records to our customers, with the caller's key", async () => {
    const { data } = await ask(
      "{ tickets { subject refund { amount } customer { id legalName email } } }",
      await keyWith(admin, ["customers:read"]),
    );
    const refund = { amount: "1.00" };
    const customer = { id: ada.id, legalName: "Ada", email: "ada@example.com" };
    expect(data).toEqual({
      tickets: [
        { subject: "Late", refund, customer },
        { subject: "Gone", refund, customer: null },
      ],
    });
  });

  test("from our customers to another service's records and back, with the caller's session", async () => {
    const { data, errors } = await ask(
      `{ customer(id: "${ada.id}") { legalName tickets { subject customer { email } } } }`,
      { cookie: admin.cookie },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      customer: {
        legalName: "Ada",
        tickets: [{ subject: "Late", customer: { email: "ada@example.com" } }],
      },
    });
  });

  test("missing permissions are reported, in nested fields too", async () => {
    const { data, errors } = await ask(
      "{ tickets { subject customer { email invoices { totalCount } } } }",
      await keyWith(admin, ["customers:read"]),
    );
    expect(data).toMatchObject({ tickets: [{ subject: "Late" }, { subject: "Gone" }] });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
    expect((await ask("{ customers { totalCount } }", {})).errors?.[0]?.extensions).toMatchObject({
      code: "UNAUTHENTICATED",
    });
  });
});

import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { composeServices } from "@apollo/composition";
import { getStitchedSchemaFromSupergraphSdl } from "@graphql-tools/federation";
import { buildSchema, graphql, parse } from "graphql";
import { z } from "zod";

/** The other service's data: a ticket of a customer, whom it references by id. */
interface Ticket {
  subject: string;
  customerId: string;
}

/** The subgraph of a service of tickets, which gives customers their tickets. */
export const ticketsSdl = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.4", import: ["@key", "@shareable"])
  type Query { tickets: [Ticket!]! }
  type Ticket { subject: String! refund: Money! customer: Customer }
  type Customer @key(fields: "id") { id: ID! tickets: [Ticket!]! }
  type Money @shareable { amount: Decimal! currency: CurrencyCode! }
  scalar Decimal
  scalar CurrencyCode
`;

const ticketsSchema = buildSchema(`
  type Query { tickets: [Ticket!]! _entities(representations: [_Any!]!): [_Entity]! }
  type Ticket { subject: String! refund: Money! customer: Customer }
  type Customer { id: ID! tickets: [Ticket!]! }
  type Money { amount: String! currency: String! }
  union _Entity = Customer
  scalar _Any
`);

const bodySchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).optional(),
});

/** The tickets service, listening on a free port. */
export async function serveTickets(tickets: readonly Ticket[]) {
  const ticketOf = ({ subject, customerId }: Ticket) => ({
    subject,
    refund: { amount: "1.00", currency: "BRL" },
    customer: () => customerOf(customerId),
  });
  const customerOf = (id: string) => ({
    __typename: "Customer",
    id,
    tickets: () => tickets.filter((one) => one.customerId === id).map(ticketOf),
  });
  const rootValue = {
    tickets: () => tickets.map(ticketOf),
    _entities: ({ representations }: { representations: { id: string }[] }) =>
      representations.map(({ id }) => customerOf(id)),
  };
  const server = createServer(async (request, response) => {
    const { query: source, variables: variableValues } = bodySchema.parse(await json(request));
    const answer = await graphql({ schema: ticketsSchema, source, rootValue, variableValues });
    response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** A subgraph and its address. */
interface Subgraph {
  sdl: string;
  url: string;
}

/** Composes our subgraph with that of another service, as rover does. */
export function composed(ours: Subgraph, theirs: Subgraph) {
  return composeServices([
    { name: "clientela", url: ours.url, typeDefs: parse(ours.sdl) },
    { name: "other", url: theirs.url, typeDefs: parse(theirs.sdl) },
  ]);
}

/** A gateway in front of composed services; it forwards the headers of the caller. */
export function gateway(supergraphSdl: string) {
  const schema = getStitchedSchemaFromSupergraphSdl({
    supergraphSdl,
    httpExecutorOpts: { headers: (request) => request?.context.headers },
  });
  return (source: string, headers: Record<string, string>) =>
    graphql({ schema, source, contextValue: { headers } });
}

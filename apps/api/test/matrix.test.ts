import {
  KEY_SCOPES,
  type Permission,
  ROLE_PERMISSIONS,
  ROLES,
} from "@clientela/shared/records/roles";
import { getNamedType, isLeafType, isObjectType } from "graphql";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { makeContact } from "../src/features/contacts/contact.factory.js";
import { makeCustomer } from "../src/features/customers/customer.factory.js";
import { worth } from "../src/features/documents/line.factory.js";
import { planned } from "../src/features/imports/import.factory.js";
import { makeInvoice } from "../src/features/invoices/invoice.factory.js";
import { makePayment } from "../src/features/payments/payment.factory.js";
import { ofxOf } from "../src/features/reconciliation/bankFile.factory.js";
import { registry } from "../src/features.js";
import {
  type ProtectedField,
  protectedFields,
  type Rule,
} from "../src/platform/security/authorize.js";
import { createSchema } from "../src/schema.js";
import { type Path, pathsFrom } from "./schema/pathsFrom.js";
import { sampleArguments } from "./schema/sampleArguments.js";
import { type Answer, type Caller, startServer, type TestServer } from "./server.js";
import { keyWith } from "./support/keyWith.js";
import { oneOfEachKind } from "./support/oneOfEachKind.js";

/** A caller who tries every operation, and their permissions. */
interface Trier {
  name: string;
  may: ReadonlySet<Permission>;
  headers: Record<string, string>;
  ask: (query: string) => Promise<Answer<Record<string, unknown> | null>>;
}

const schema = createSchema(registry);
const guarded = protectedFields(registry).filter(({ rules = [] }) => !rules.includes("signed-in"));
const of = (kind: ProtectedField["kind"]) => guarded.filter((door) => door.kind === kind);
const named = (all: readonly ProtectedField[]) =>
  all.map((door) => [`${door.type}.${door.field}`, door] as const);
const meets = (may: ReadonlySet<Permission>, rules: readonly Rule[] = []) =>
  rules.some((rule) => rule === "signed-in" || may.has(rule));

let server: TestServer;
let admin: Caller;
let triers: Trier[];
let paths: Map<string, Path>;

function trierOf(name: string, may: ReadonlySet<Permission>, headers: Record<string, string>) {
  const ask: Trier["ask"] = (query) => server.stranger.ask(query, {}, headers);
  return { name, may, headers, ask };
}

// No role lacks every permission that a door may need; such a key does.
async function keyWithout(rules: readonly Rule[]): Promise<Trier> {
  const scopes = KEY_SCOPES.filter((permission) => !rules.includes(permission));
  const headers = await keyWith(admin, scopes);
  return trierOf(`a key without ${rules.join()}`, new Set(scopes), headers);
}

/** How `node` leads to a record of every kind. */
async function nodePaths(): Promise<[type: string, path: Path][]> {
  return (await oneOfEachKind(server, admin)).map(({ type, id, permission }) => [
    type,
    {
      before: `{ node(id: "${id}") { ... on ${type} {`,
      after: "} } }",
      rules: [[permission]],
    },
  ]);
}

/** A payment that pays an invoice. */
async function paidInvoice(): Promise<{ allocationOf: string; payer: string }> {
  const { id: customerId } = await makeCustomer(admin);
  const lines = worth("10");
  const invoice = await makeInvoice(admin, customerId, { status: "AUTHORIZED", lines });
  const allocations = [{ invoiceId: invoice.id, amount: "10" }];
  const { id } = await makePayment(admin, customerId, { allocations });
  return { allocationOf: id, payer: customerId };
}

/** The plan of a bank's file with a row that pays an invoice. */
async function matchedImport(): Promise<string> {
  const { id: customerId } = await makeCustomer(admin, { legalName: "Zélia Cortinas Ltda" });
  const lines = worth("10");
  const { number } = await makeInvoice(admin, customerId, { status: "AUTHORIZED", lines });
  const memo = `PIX ZELIA CORTINAS ${number}`;
  const file = ofxOf([{ id: "1", amount: "10.00", memo }]);
  return (await planned(admin, "bank.ofx", file, "PAYMENT")).id;
}

beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  const viewer: Path = { before: "{ viewer {", after: "} }", rules: [] };
  const nodes = await nodePaths();
  await Promise.all([1, 2].map(() => makeCustomer(admin, { email: "twice@example.com" })));
  // The last that was deleted, for whoever may restore contacts.
  const { id: customerId } = await makeCustomer(admin);
  const { id: contactId } = await makeContact(admin, customerId);
  await admin.ask("mutation ($id: ID!) { deleteContact(input: { id: $id }) { contact { id } } }", {
    id: contactId,
  });
  // They are compared when someone first looks.
  await admin.ask("{ duplicateCandidates { totalCount } }");
  const pair: Path = {
    before: "{ duplicateCandidates(first: 1) { nodes {",
    after: "} } }",
    rules: [["customers:read"]],
  };
  const totals: Path = {
    before: "{ customerTotals {",
    after: "} }",
    rules: [["customers:read"]],
  };
  const deleted: Path = {
    before: "{ deletedRecords(first: 1) { nodes {",
    after: "} } }",
    rules: [["customers:read"], ["contacts:read"], ["contacts:write"]],
  };
  await makeContact(admin, customerId, { name: "Zuleica" });
  const found: Path = {
    before: '{ search(text: "zuleica", types: [CONTACT], first: 1) { nodes {',
    after: "} } }",
    rules: [["contacts:read"]],
  };
  const { allocationOf, payer } = await paidInvoice();
  const statement: Path = {
    before: `{ customerStatement(customerId: "${payer}", from: "2000-01-01", to: "2100-01-01") {`,
    after: "} }",
    rules: [["invoices:read"]],
  };
  const movement: Path = {
    before: `${statement.before} movements(first: 1) { nodes {`,
    after: `} } ${statement.after}`,
    rules: statement.rules,
  };
  const openItem: Path = {
    before: `${statement.before} openItems(first: 1) { nodes {`,
    after: `} } ${statement.after}`,
    rules: statement.rules,
  };
  const allocation: Path = {
    before: `{ node(id: "${allocationOf}") { ... on Payment { allocations {`,
    after: "} } } }",
    rules: [["invoices:read"]],
  };
  const match: Path = {
    before: `{ import(id: "${await matchedImport()}") { rows(first: 1) { nodes { payment {`,
    after: "} } } } }",
    rules: [["imports:read"], ["invoices:read"]],
  };
  const matched: Path = {
    before: `${match.before} allocations {`,
    after: `} ${match.after}`,
    rules: match.rules,
  };
  const invited = await admin.ask<{ inviteUser: { user: { id: string } } }>(
    'mutation { inviteUser(input: { name: "Eva", email: "eva@example.com", role: viewer }) { user { id } } }',
  );
  const invitation: Path = {
    before: `{ node(id: "${invited.data.inviteUser.user.id}") { ... on User { invitation {`,
    after: "} } } }",
    rules: [["users:read"], ["users:write"]],
  };
  const operations: Path = {
    before: "{ operations {",
    after: "} }",
    rules: [["settings:write"]],
  };
  const starts = new Map([
    ["Invitation", invitation],
    ["SearchResult", found],
    ["PaymentAllocation", allocation],
    ["ImportPaymentMatch", match],
    ["ImportPaymentAllocation", matched],
    ["CustomerStatement", statement],
    ["StatementMovement", movement],
    ["StatementOpenItem", openItem],
    ["DeletedRecord", deleted],
    ["Viewer", viewer],
    ["DuplicateCandidate", pair],
    ["CustomerTotals", totals],
    ["Operations", operations],
    ...nodes,
  ]);
  paths = pathsFrom(schema, protectedFields(registry), starts);
  triers = await Promise.all(
    ROLES.map(async (role) => {
      const { cookie } = await server.signIn(role);
      return trierOf(role, ROLE_PERMISSIONS[role], { cookie });
    }),
  );
  const distinct = new Map(guarded.map(({ rules = [] }) => [rules.join(), rules]));
  for (const rules of distinct.values()) triers.push(await keyWithout(rules));
});
afterAll(() => server.close());

/** All roles, and the key that lacks exactly what the operation needs. */
function triersOf({ rules = [] }: ProtectedField): Trier[] {
  return triers.filter(
    ({ name }) => !name.startsWith("a key") || name === `a key without ${rules.join()}`,
  );
}

// Refused at this door, and not by what it leads to.
const refusedAt = ({ rules = [] }: ProtectedField, { errors = [] }: Answer<unknown>) =>
  errors.some(
    ({ extensions: { code, permission } }) =>
      code === "FORBIDDEN" && permission === rules.join(", "),
  );

// Whether an answer holds the field of this name, however deep.
function holds(value: unknown, name: string): boolean {
  if (Array.isArray(value)) return value.some((one) => holds(one, name));
  if (typeof value !== "object" || value === null) return false;
  return name in value || Object.values(value).some((one) => holds(one, name));
}

/** An operation as a query, with the minimum of arguments. */
function call({ type, field }: ProtectedField): string {
  const owner = schema.getType(type);
  const found = isObjectType(owner) ? owner.getFields()[field] : undefined;
  if (!found) throw new Error(`the schema has no ${type}.${field}`);
  const inner = isLeafType(getNamedType(found.type)) ? "" : " { __typename }";
  return `door: ${field}${sampleArguments(found.args)}${inner}`;
}

test.each(named(of("field")))("%s", async (_name, door) => {
  const path = paths.get(door.type);
  if (!path) throw new Error(`nothing leads to ${door.type}`);
  const query = `${path.before} ${call(door)} ${path.after}`;
  const tries = triersOf(door).map(async ({ name, may, ask }) => {
    const answer = await ask(query);
    const [refused, returned] = [refusedAt(door, answer), holds(answer.data, "door")];
    const comes = path.rules.every((rules) => meets(may, rules));
    if (comes && meets(may, door.rules)) {
      expect([name, answer.errors, returned]).toEqual([name, undefined, true]);
    } else if (comes) {
      // What the history records is hidden whole from who may not read its record.
      const hidden = answer.data?.node === null && !answer.errors;
      expect([name, refused || hidden]).toEqual([name, true]);
      // Null in its own place, unless what leads to it asks for the same besides its rules.
      const here = answer.errors?.some(({ path: to = [] }) => to.at(-1) === "door");
      expect([name, !here || returned]).toEqual([name, true]);
    } else {
      expect([name, returned]).toEqual([name, false]);
    }
  });
  await Promise.all(tries);
});

test.each(named([...of("query"), ...of("mutation")]))("%s", async (_name, door) => {
  const tries = triersOf(door).map(async ({ name, may, ask }) => {
    const answer = await ask(`${door.kind} { ${call(door)} }`);
    const refused = !meets(may, door.rules);
    expect([name, refusedAt(door, answer)]).toEqual([name, refused]);
    if (refused) expect([name, answer.data]).toEqual([name, { door: null }]);
    expect(answer.errors?.some(({ extensions }) => extensions.code === "INTERNAL")).not.toBe(true);
  });
  await Promise.all(tries);
});

test.each(named(of("subscription")))("%s", async (_name, door) => {
  for (const { name, may, headers } of triersOf(door)) {
    const client = createClient({
      url: `${server.url.replace("http", "ws")}/graphql`,
      retryAttempts: 0,
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocols: string[]) {
          super(address, protocols, { headers });
        }
      },
    });
    const answers = client.iterate({ query: `subscription { ${call(door)} }` });
    const { value } = await answers.next().catch((errors: unknown) => ({ value: { errors } }));
    const refused = JSON.stringify(value.errors ?? []).includes('"FORBIDDEN"');
    expect([name, refused]).toEqual([name, !meets(may, door.rules)]);
    await client.dispose();
  }
});

import pLimit from "p-limit";
import sql from "sql-template-tag";
import { Random } from "../../src/demo/random.js";
import { makeCustomer } from "../../src/features/customers/customer.factory.js";
import { exportedBy, exportedBytes } from "../../src/features/exports/export.factory.js";
import { planned } from "../../src/features/imports/import.factory.js";
import { registry } from "../../src/features.js";
import { createSchema } from "../../src/schema.js";
import { type RandomQuery, randomQuery } from "../differential/randomQuery.js";
import { makeWorld } from "../differential/world.js";
import { type Caller, startServer, type TestServer, UNLIMITED_ANSWERS } from "../server.js";
import { records } from "../support/records.js";
import { limitedPerson, teamOf } from "./limitedPeople.js";
import { deleteHidden } from "./plainRows.js";

// COUNT and SEED say how many queries, and which; `node --run random-access` asks 5,000. Half of them are asked by each person.
const COUNT = Number(
  process.env.COUNT ?? (process.env.NODE_RUN_SCRIPT_NAME === "random-access" ? 5_000 : 1_000),
);
const SEED = process.env.SEED ?? String(Date.now());
const AT_ONCE = 8;
const CUSTOMERS = 10;

const schema = createSchema(registry);
const random = new Random(SEED);
let server: TestServer;
let queries: RandomQuery[];
let people: { lead: Caller; own: Caller; mate: Caller; stranger: Caller };

beforeAll(async () => {
  server = await startServer({ limits: UNLIMITED_ANSWERS });
  const admin = await server.signIn("admin");
  const { ids } = await makeWorld(server);
  people = {
    lead: await limitedPerson(server, "TEAM"),
    own: await limitedPerson(server, "OWN"),
    mate: await server.signIn("sales"),
    stranger: await server.signIn("sales"),
  };
  const { lead, own, mate, stranger } = people;
  await teamOf(server, [lead, own, mate]);
  await teamOf(server, [own, stranger]);
  const owners = [lead, own, mate, stranger, null];
  const made: string[] = [];
  for (let index = 0; index < CUSTOMERS; index += 1) {
    const owner = owners[index % owners.length];
    const { id } = await makeCustomer(admin, {
      legalName: `Padaria ${index % 3}`,
      ownerId: owner?.userId ?? null,
      email: `same${index % 2}@example.com`,
      tags: [`tag ${index}`],
    });
    for (const make of records) await make(admin, id);
    made.push(id);
  }
  await admin.ask("{ duplicateCandidates { totalCount } }");
  // Who is seen when is no matter of records.
  await server.asOwner(
    "UPDATE sessions SET updated_at = now() + interval '1 day'; UPDATE users SET last_seen_at = now()",
  );
  server.setNow(new Date());
  queries = Array.from({ length: COUNT }, (_, index) =>
    randomQuery(schema, random.fork(index), { ...ids, Customer: made }),
  );
});
afterAll(() => server.close(), 60_000);

const KINDS = [...registry.exporters.keys()];

async function answerTo(person: Caller, { text, variables }: RandomQuery): Promise<string> {
  const [given] = variables;
  const { data, errors } = await person.ask<unknown>(text, given);
  const refused = errors?.map(({ message, path, extensions: { code } }) => [message, path, code]);
  return (
    JSON.stringify({ query: text, given, data, refused })
      // Which access the roles of people have is no secret.
      .replaceAll(/"(?:OWN|TEAM|ALL)"/g, '"ACCESS"')
  );
}

async function everything(person: Caller, queries: readonly RandomQuery[]): Promise<string[]> {
  const turns = pLimit(AT_ONCE);
  const answers = await turns.map(queries, (query) => answerTo(person, query));
  const feed = await (await person.fetch("/changes?first=1000")).json();
  answers.push(...(feed as { changes: object[] }).changes.map((change) => JSON.stringify(change)));
  return answers;
}

async function exports(person: Caller): Promise<string[]> {
  const made = KINDS.map(async (recordType) => {
    const file = await exportedBy(person, { recordType, format: "CSV", includeArchived: true });
    return `${recordType}\n${await exportedBytes(person, file)}`;
  });
  return Promise.all(made);
}

/** What one of two was told otherwise than the other; short enough to be read. */
function differences(answers: readonly string[], others: readonly string[]): string[] {
  const length = Math.max(answers.length, others.length);
  const differing = Array.from({ length }, (_, index) => index).filter(
    (index) => answers[index] !== others[index],
  );
  return differing
    .slice(0, 3)
    .map((index) => `limited: ${answers[index]}\nplain:   ${others[index]}`.slice(0, 4_000));
}

/** Asks as somebody who sees some customers, then as one who sees all of what is left when the others are deleted. */
async function compare(
  person: Caller,
  access: string,
  owners: readonly Caller[],
  queries: readonly RandomQuery[],
): Promise<void> {
  await planned(person, "mine.csv", "Razão social;País\nPadaria 1;BR\nNova;BR\n");
  const written = await exports(person);
  const before = await everything(person, queries);
  await deleteHidden(server, {
    personId: person.userId,
    ownerIds: owners.map(({ userId }) => userId),
    access,
  });
  await server.db.execute(sql`
    UPDATE access_roles r SET record_access = 'ALL' FROM users u
    WHERE u.access_role_id = r.id AND u.id = ${person.userId}::uuid`);
  expect(differences(before, await everything(person, queries))).toEqual([]);
  expect(differences(written, await exports(person))).toEqual([]);
}

// What the second one sees the first one sees too, so that one database serves for both.
test(`who sees some customers is before what somebody is who sees all of a database with nothing else in it (COUNT=${COUNT} SEED=${SEED})`, async () => {
  const { lead, own, mate } = people;
  const half = Math.ceil(COUNT / 2);
  await compare(lead, "TEAM", [lead, own, mate], queries.slice(0, half));
  await compare(own, "OWN", [own], queries.slice(half));
}, 600_000);

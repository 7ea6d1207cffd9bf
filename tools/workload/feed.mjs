// The change feed and a webhook of everything, held against what was acknowledged.
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { ask, untilAnswered } from "./client.mjs";

const CREATE =
  "mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id } } }";
// A webhook whose process died is taken over when its claim lapses, after half a minute.
const CAUGHT_UP_MS = 90_000;

/** Has a receiver told of everything, from now on; returns where the feed is now. */
export async function tellAll(instance, receiver) {
  const input = { url: receiver.url, events: ["*"] };
  await ask(instance, CREATE, { input }, randomUUID());
  return (await pageOf(instance, "now")).next;
}

const pageOf = ({ url, headers }, after) =>
  untilAnswered(
    `${url}/changes?first=1000&after=${after}`,
    { headers: { cookie: headers.cookie } },
    async (response) => {
      if (!response.ok) throw new Error(`the feed answered ${response.status}`);
      return { value: await response.json() };
    },
  );

async function feedAfter(instance, cursor) {
  const changes = [];
  for (let page = { next: cursor, more: true }; page.more; ) {
    page = await pageOf(instance, page.next);
    changes.push(...page.changes);
  }
  return changes;
}

/** What the feed lacks or has twice, and what the receiver was not told of, or not in order. */
export async function verifyFeed(instance, { cursor, receiver, ledger }) {
  const changes = await feedAfter(instance, cursor);
  const problems = [...notOnce(changes, ledger)];
  const missing = () => changes.filter(({ id }) => !receiver.events.has(id));
  for (const end = Date.now() + CAUGHT_UP_MS; missing().length > 0 && Date.now() < end; )
    await pause(100);
  for (const { id, recordType, action } of missing())
    problems.push(`the webhook was not told of ${recordType} ${action} ${id}`);
  problems.push(...notInOrder(changes, [...receiver.events.keys()]));
  console.log(
    `the feed has ${changes.length} entries; the webhook was told of ${receiver.events.size}, ${receiver.repeated} of them again`,
  );
  return problems;
}

function* notOnce(changes, ledger) {
  const ids = new Set(changes.map(({ id }) => id));
  if (ids.size !== changes.length) yield `the feed has ${changes.length - ids.size} entries twice`;
  for (const [type, { count, ids: known }] of ledger.createdOf) {
    const created = changes
      .filter(({ recordType, action }) => recordType === type && action === "created")
      .map(({ recordId }) => recordId);
    if (created.length !== count)
      yield `the feed has ${created.length} made of ${type}, acknowledged ${count}`;
    const found = new Set(created);
    for (const id of known)
      if (!found.has(id)) yield `the feed does not say that ${type} ${id} was made`;
  }
}

function* notInOrder(changes, told) {
  const recordOf = new Map(changes.map(({ id, recordId }) => [id, recordId]));
  const fed = Map.groupBy(
    changes.map(({ id }) => id),
    (id) => recordOf.get(id),
  );
  const came = Map.groupBy(
    told.filter((id) => recordOf.has(id)),
    (id) => recordOf.get(id),
  );
  for (const [record, ids] of came)
    if (ids.length === fed.get(record).length && ids.join() !== fed.get(record).join())
      yield `the webhook was told of record ${record} in another order`;
}

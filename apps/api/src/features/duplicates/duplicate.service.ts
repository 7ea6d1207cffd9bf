import sql from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import { Invalid } from "../../platform/errors.js";
import { parseIds } from "../../platform/graph/parseInput.js";
import type { Connection } from "../../platform/lists/connection.js";
import { pageOf } from "../../platform/lists/keyset.js";
import { recordActivity } from "../../platform/records/write.js";
import { lockRecords } from "../../platform/records/writeMany.js";
import type { Customer } from "../customers/customer.entity.js";
import { customerSubject } from "../customers/customer.service.js";
import { ALL_CUSTOMERS, COMPARE_QUEUE, compareChanged } from "./compare.js";
import type { DuplicateCandidate } from "./duplicate.entity.js";
import type { DuplicateCandidatesArgs, DuplicateDecisionInput } from "./duplicate.input.js";
import { duplicateList } from "./duplicate.list.js";

/** How many changed customers are compared within a request. */
const AT_ONCE = 200;
const MAX_JUDGED = 20;

/**
 * Possible duplicates. Customers that changed since they were last compared are compared
 * first; if they are many, that continues in the background, and the known pairs are returned.
 */
export async function duplicateCandidates(
  context: Context,
  { customerId, ...page }: DuplicateCandidatesArgs,
): Promise<Connection<DuplicateCandidate>> {
  const more = await compareChanged(context.db.within(null), AT_ONCE);
  if (more) await context.app.jobs.enqueue(context.db, COMPARE_QUEUE, ALL_CUSTOMERS);
  return pageOf(duplicateList, { ...page, filter: { customerId: customerId ?? null } }, context);
}

interface Judged {
  ids: string[];
  customers: Customer[];
}

async function lockJudged(context: Context, input: DuplicateDecisionInput): Promise<Judged> {
  const ids = parseIds(input.ids, MAX_JUDGED);
  if (ids.length < 2) throw new Invalid([{ path: "ids", code: "two_needed" }]);
  return { ids, customers: await lockRecords(context, customerSubject, ids) };
}

const othersOf = (customer: Customer, all: readonly Customer[]) =>
  all.filter((one) => one !== customer).map(({ number, legalName }) => `${number} ${legalName}`);

/** Records that no two of these customers are the same. Throws NotFound and Invalid. */
export async function dismissDuplicate(
  context: Context,
  input: DuplicateDecisionInput,
): Promise<Customer[]> {
  const { ids, customers } = await lockJudged(context, input);
  const written = await context.db.execute(sql`
    INSERT INTO dismissed_pairs (low_id, high_id)
    SELECT a.id, b.id FROM unnest(${ids}::uuid[]) a (id) JOIN unnest(${ids}::uuid[]) b (id) ON a.id < b.id
    ON CONFLICT DO NOTHING`);
  if (written === 0) return customers;
  await recordActivity(context, customerSubject, customers, "duplicate_dismissed", (customer) => [
    { field: "differsFrom", old: [], new: othersOf(customer, customers) },
  ]);
  return customers;
}

/** Reverts that these customers are not the same. Throws NotFound and Invalid. */
export async function proposeDuplicate(
  context: Context,
  input: DuplicateDecisionInput,
): Promise<Customer[]> {
  const { ids, customers } = await lockJudged(context, input);
  const forgotten = await context.db.execute(sql`
    DELETE FROM dismissed_pairs WHERE low_id = ANY(${ids}::uuid[]) AND high_id = ANY(${ids}::uuid[])`);
  if (forgotten === 0) return customers;
  await recordActivity(context, customerSubject, customers, "duplicate_proposed", (customer) => [
    { field: "differsFrom", old: othersOf(customer, customers), new: [] },
  ]);
  return customers;
}

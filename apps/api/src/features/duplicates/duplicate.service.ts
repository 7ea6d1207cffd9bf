import sql from "sql-template-tag";
import type { Connection } from "../../platform/connection.js";
import type { Context } from "../../platform/context.js";
import { Invalid } from "../../platform/errors.js";
import { pageOf } from "../../platform/keyset.js";
import { parseIds } from "../../platform/parseInput.js";
import { recordDeeds } from "../../platform/write.js";
import { lockRecords } from "../../platform/writeMany.js";
import type { Customer } from "../customers/customer.entity.js";
import { customerSubject } from "../customers/customer.service.js";
import { ALL_CUSTOMERS, COMPARE_QUEUE, compareChanged } from "./compare.js";
import type { DuplicateCandidate } from "./duplicate.entity.js";
import type { DismissDuplicateInput, DuplicateCandidatesArgs } from "./duplicate.input.js";
import { duplicateListing } from "./duplicate.listing.js";

/** How many changed customers are compared while someone waits. */
const AT_ONCE = 200;
const MOST_DISMISSED = 20;

/**
 * Pairs of customers that may be one. Those that changed since they were last compared are compared
 * first; where they are many, that goes on in the background and what is known so far is answered.
 */
export async function duplicateCandidates(
  context: Context,
  { customerId, ...page }: DuplicateCandidatesArgs,
): Promise<Connection<DuplicateCandidate>> {
  const more = await compareChanged(context.db, AT_ONCE);
  if (more) await context.app.jobs.enqueue(context.db, COMPARE_QUEUE, ALL_CUSTOMERS);
  return pageOf(duplicateListing, { ...page, filter: { customerId: customerId ?? null } }, context);
}

/** Remembers that no two of these customers are the same. Throws NotFound and Invalid. */
export async function dismissDuplicate(
  context: Context,
  input: DismissDuplicateInput,
): Promise<Customer[]> {
  const ids = parseIds(input.ids, MOST_DISMISSED);
  if (ids.length < 2) throw new Invalid([{ path: "ids", code: "two_needed" }]);
  const customers = await lockRecords(context, customerSubject, ids);
  const written = await context.db.execute(sql`
    INSERT INTO dismissed_pairs (low_id, high_id)
    SELECT a.id, b.id FROM unnest(${ids}::uuid[]) a (id) JOIN unnest(${ids}::uuid[]) b (id) ON a.id < b.id
    ON CONFLICT DO NOTHING`);
  if (written === 0) return customers;
  await recordDeeds(context, customerSubject, customers, "toldApart", (customer) => [
    {
      field: "differsFrom",
      old: [],
      new: customers
        .filter((other) => other !== customer)
        .map(({ number, legalName }) => `${number} ${legalName}`),
    },
  ]);
  return customers;
}

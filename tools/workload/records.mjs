// Records of every kind that belong to a customer, each written under a key of its own.
import { randomUUID } from "node:crypto";
import { ask } from "./client.mjs";
import { KINDS, mutationsOf } from "./kinds.mjs";
import { pick } from "./random.mjs";

const MUTATIONS = new Map(KINDS.map((kind) => [kind.type, mutationsOf(kind)]));

/** Makes a record of a customer, or changes, deletes or restores one, by chance. */
export async function writeRecord({ instance, ledger, random }, customer, value) {
  const records = customer.records;
  const known = records.length > 0 && random() < 0.6 ? pick(random, records) : null;
  if (!known) return create(instance, ledger, customer, pick(random, KINDS), value);
  if (known.isDeleted) return change(instance, ledger, known, "restore", {}, { isDeleted: false });
  if (!known.kind.stays && random() < 0.25)
    return change(instance, ledger, known, "delete", {}, { isDeleted: true });
  const { field } = known.kind;
  const input = { [field]: value, version: known.version };
  return change(instance, ledger, known, "update", input, { value });
}

async function create(instance, ledger, customer, wanted, value) {
  const project = customer.records.find(({ kind }) => kind.type === "Project");
  const kind = wanted.needs && !project ? KINDS.find(({ type }) => type === wanted.needs) : wanted;
  const input = kind.input(value, { customerId: customer.id, projectId: project?.id });
  const { result } = await ask(instance, MUTATIONS.get(kind.type).create, { input }, randomUUID());
  const record = { ...result[kind.one], kind, value, isDeleted: false };
  customer.records.push(record);
  ledger.records.push(record);
  ledger.made(kind.recordType, record.id);
}

async function change(instance, ledger, record, verb, input, then) {
  const statement = MUTATIONS.get(record.kind.type)[verb];
  const { result } = await ask(
    instance,
    statement,
    { input: { id: record.id, ...input } },
    randomUUID(),
  );
  Object.assign(record, result[record.kind.one], then);
  ledger.acknowledged += 1;
}

// What was acknowledged, and whether it is there.
import { createHash } from "node:crypto";
import { ask, untilAnswered } from "./client.mjs";
import { KINDS } from "./kinds.mjs";

const CUSTOMER = `query ($id: ID!) { customer(id: $id) {
  version tradeName files(first: 100) { nodes { id sha256 } }
} }`;
const IMPORTED = "query ($tag: String!) { customers(search: $tag) { totalCount } }";
// Fields of one name have other types in other kinds.
const RECORDS = `query ($ids: [ID!]!) { nodes(ids: $ids) { id ${KINDS.map(
  ({ type, field }) => `... on ${type} { version ${field}${type}: ${field} }`,
).join(" ")} } }`;
const INVOICES =
  "query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Invoice { paid { amount } balance { amount } total { amount } } } }";
const PAGE = 100;

export class Ledger {
  acknowledged = 0;
  customers = [];
  records = [];
  imports = [];
  /** By type of record: how many were made, and the ids of those that are known. */
  createdOf = new Map();

  /** Notes that a record was made, which is an acknowledged write unless it was counted with another. */
  made(recordType, id, writes = 1) {
    const created = this.createdOf.get(recordType) ?? { count: 0, ids: new Set() };
    created.count += 1;
    if (id) created.ids.add(id);
    this.createdOf.set(recordType, created);
    this.acknowledged += writes;
  }

  summary() {
    const { acknowledged, customers, records, imports } = this;
    const invoices = customers.reduce((sum, customer) => sum + customer.invoices.length, 0);
    return `${acknowledged} writes were acknowledged: ${customers.length} customers with ${records.length} records of ${KINDS.length} kinds and ${invoices} invoices that are paid in parts, ${imports.length} imports`;
  }

  /** What is not as it was acknowledged, in sentences. */
  async verify(instance) {
    const problems = [];
    for (const customer of this.customers) {
      const found = (await ask(instance, CUSTOMER, { id: customer.id })).customer;
      if (found) problems.push(...differences(customer, found));
      else problems.push(`customer ${customer.id} is gone`);
      for (const file of customer.files) problems.push(...(await lostBytes(instance, file)));
    }
    for (const page of pagesOf(this.records)) {
      const { nodes } = await ask(instance, RECORDS, { ids: page.map(({ id }) => id) });
      page.forEach((record, at) => {
        problems.push(...recordDifferences(record, nodes[at]));
      });
    }
    for (const page of pagesOf(this.customers.flatMap(({ invoices }) => invoices))) {
      const { nodes } = await ask(instance, INVOICES, { ids: page.map(({ id }) => id) });
      page.forEach((invoice, at) => {
        problems.push(...paidDifferences(invoice, nodes[at]));
      });
    }
    for (const { tag, rows } of this.imports) {
      const { totalCount } = (await ask(instance, IMPORTED, { tag })).customers;
      if (totalCount !== rows) problems.push(`${tag}: ${totalCount} customers of ${rows}`);
    }
    return problems;
  }
}

function* pagesOf(all) {
  for (let from = 0; from < all.length; from += PAGE) yield all.slice(from, from + PAGE);
}

function* differences(customer, found) {
  const is = `customer ${customer.id}`;
  if (found.version !== customer.version)
    yield `${is} has version ${found.version}, acknowledged ${customer.version}`;
  if (found.tradeName !== customer.tradeName)
    yield `${is} is called ${found.tradeName}, acknowledged ${customer.tradeName}`;
  const files = new Map(found.files.nodes.map(({ id, sha256 }) => [id, sha256]));
  for (const { id, sha256 } of customer.files)
    if (files.get(id) !== sha256) yield `${is} has lost the file ${id}`;
}

function* recordDifferences({ id, kind, version, value, isDeleted }, found) {
  const is = `${kind.type} ${id}`;
  if (isDeleted) {
    if (found) yield `${is} was deleted and is there`;
  } else if (!found) yield `${is} is gone`;
  else if (found.version !== version || found[`${kind.field}${kind.type}`] !== value)
    yield `${is} is ${JSON.stringify(found)}, acknowledged version ${version} with ${value}`;
}

function* paidDifferences({ id, paid }, found) {
  const sum = Number(found?.paid.amount) + Number(found?.balance.amount);
  if (Number(found?.paid.amount) !== paid || sum !== Number(found?.total.amount))
    yield `invoice ${id}: ${JSON.stringify(found)}, acknowledged ${paid} as paid`;
}

async function lostBytes({ url, headers }, { id, sha256 }) {
  const request = { headers: { cookie: headers.cookie } };
  const bytes = await untilAnswered(`${url}/files/${id}`, request, async (response) => ({
    value: response.ok
      ? Buffer.from(await response.arrayBuffer())
      : Buffer.from(`${response.status}`),
  }));
  const found = createHash("sha256").update(bytes).digest("hex");
  return found === sha256 ? [] : [`the bytes of file ${id} are others`];
}

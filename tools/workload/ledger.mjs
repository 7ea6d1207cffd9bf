// What was acknowledged, and whether it is there.
import { createHash } from "node:crypto";
import { ask, untilAnswered } from "./client.mjs";

const CUSTOMER = `query ($id: ID!) { customer(id: $id) {
  version tradeName contacts { id } files(first: 100) { nodes { id sha256 } } activity(first: 100) { totalCount }
} }`;
const IMPORTED = "query ($tag: String!) { customers(search: $tag) { totalCount } }";

export class Ledger {
  acknowledged = 0;
  customers = [];
  imports = [];

  summary() {
    const { acknowledged, customers, imports } = this;
    return `${acknowledged} writes were acknowledged: ${customers.length} customers with what belongs to them, ${imports.length} imports`;
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
    for (const { tag, rows } of this.imports) {
      const { totalCount } = (await ask(instance, IMPORTED, { tag })).customers;
      if (totalCount !== rows) problems.push(`${tag}: ${totalCount} customers of ${rows}`);
    }
    return problems;
  }
}

function* differences(customer, found) {
  const is = `customer ${customer.id}`;
  if (found.version !== customer.version)
    yield `${is} has version ${found.version}, acknowledged ${customer.version}`;
  if (found.tradeName !== customer.tradeName)
    yield `${is} is called ${found.tradeName}, acknowledged ${customer.tradeName}`;
  const contacts = found.contacts.map(({ id }) => id).toSorted();
  if (contacts.join() !== customer.contacts.toSorted().join())
    yield `${is} has ${contacts.length} contacts, acknowledged ${customer.contacts.length}`;
  const files = new Map(found.files.nodes.map(({ id, sha256 }) => [id, sha256]));
  for (const { id, sha256 } of customer.files)
    if (files.get(id) !== sha256) yield `${is} has lost the file ${id}`;
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

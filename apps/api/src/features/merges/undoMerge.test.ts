import sql from "sql-template-tag";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { codeOf, issuesOf, NO_ID } from "../../../test/support/refusals.js";
import { makeContact } from "../contacts/contact.factory.js";
import { type MadeCustomer, makeCustomer } from "../customers/customer.factory.js";
import { makeDeal } from "../deals/deal.factory.js";
import { makeProject } from "../projects/project.factory.js";
import { makeQuote } from "../quotes/quote.factory.js";
import { makeTask } from "../tasks/task.factory.js";
import { makeTimeEntry } from "../time/timeEntry.factory.js";
import { merge, ownersOf, undo } from "./merge.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const UPDATE =
  "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id version } } }";

async function mergeOf(
  survivor: MadeCustomer,
  mergedIds: string[],
  fields?: { field: string; from: string }[],
): Promise<string> {
  const answer = await merge(admin, survivor, mergedIds, fields);
  expect(answer.errors).toBeUndefined();
  return answer.data.mergeCustomers.merge.id;
}

test("an undo restores all customers, and each gets its records back", async () => {
  const survivor = await makeCustomer(admin, {
    legalName: "Fica",
    tags: ["a"],
    externalIds: [{ source: "erp", value: "s" }],
  });
  const taxId = { country: "BR", value: "11.222.333/0001-81" };
  const other = await makeCustomer(admin, {
    legalName: "Vai",
    email: "vai@example.com",
    tags: ["b"],
    taxId,
    externalIds: [{ source: "erp", value: "o" }],
    status: "LEAD",
  });
  const own = await makeTask(admin, survivor.id);
  const project = await makeProject(admin, other.id);
  const deal = await makeDeal(admin, other.id);
  const moved = [
    project,
    deal,
    await makeTask(admin, other.id, { projectId: project.id }),
    await makeTimeEntry(admin, project.id),
    await makeQuote(admin, other.id, { dealId: deal.id }),
  ].map((one) => one.id);
  const primary = await makeContact(admin, survivor.id, { isPrimary: true });
  const second = await makeContact(admin, other.id, { isPrimary: true });
  const id = await mergeOf(survivor, [other.id], [{ field: "LEGAL_NAME", from: other.id }]);

  const { data, errors } = await undo(admin, id);
  expect(errors).toBeUndefined();
  expect(data.undoMerge.customer).toMatchObject({
    id: survivor.id,
    legalName: "Fica",
    email: null,
    taxId: null,
    tags: ["a"],
    status: "ACTIVE",
    externalIds: [{ source: "erp", value: "s" }],
    contacts: [{ id: primary.id, isPrimary: true }],
  });
  expect(data.undoMerge.customers).toMatchObject([
    {
      id: other.id,
      legalName: "Vai",
      email: "vai@example.com",
      taxId: { value: "11222333000181" },
      tags: ["b"],
      status: "LEAD",
      externalIds: [{ source: "erp", value: "o" }],
      contacts: [{ id: second.id, isPrimary: true }],
    },
  ]);
  expect(await ownersOf(admin, moved)).toEqual(moved.map(() => other.id));
  expect(await ownersOf(admin, [own.id])).toEqual([survivor.id]);
  expect(issuesOf(await undo(admin, id))).toEqual(["id already_undone"]);
  // They are two customers again, so they can be merged again.
  expect(codeOf(await merge(admin, { id: survivor.id, version: 3 }, [other.id]))).toBe("OK");
});

test("changes made after the merge are kept", async () => {
  const survivor = await makeCustomer(admin, { legalName: "Fica", notes: "old" });
  const other = await makeCustomer(admin, { legalName: "Vai", notes: "theirs" });
  const project = await makeProject(admin, other.id);
  const ownProject = await makeProject(admin, survivor.id);
  const task = await makeTask(admin, other.id);
  const gone = await makeTask(admin, other.id);
  const id = await mergeOf(
    survivor,
    [other.id],
    [
      { field: "LEGAL_NAME", from: other.id },
      { field: "NOTES", from: other.id },
    ],
  );
  await admin.ask(UPDATE, { input: { id: survivor.id, version: 2, notes: "edited" } });
  const added = await makeTask(admin, survivor.id, { projectId: project.id });
  const loose = await makeTask(admin, survivor.id);
  const relinked = await admin.ask(
    "mutation ($id: ID!, $p: ID) { updateTask(input: { id: $id, version: 2, projectId: $p }) { task { id } } }",
    { id: task.id, p: ownProject.id },
  );
  expect(codeOf(relinked)).toBe("OK");
  await admin.ask("mutation ($id: ID!) { deleteTask(input: { id: $id }) { task { id } } }", {
    id: gone.id,
  });

  const { data } = await undo(admin, id);
  expect(data.undoMerge.customer).toMatchObject({ legalName: "Fica", notes: "edited" });
  expect(await ownersOf(admin, [project.id, added.id])).toEqual([other.id, other.id]);
  expect(await ownersOf(admin, [task.id, loose.id])).toEqual([survivor.id, survivor.id]);
  await admin.ask("mutation ($id: ID!) { restoreTask(input: { id: $id }) { task { id } } }", {
    id: gone.id,
  });
  expect(await ownersOf(admin, [gone.id])).toEqual([other.id]);
});

test("merges are undone in reverse order", async () => {
  const made = await Promise.all(
    ["X", "Y", "Z"].map((legalName) => makeCustomer(admin, { legalName })),
  );
  const [x, y, z] = made as [MadeCustomer, MadeCustomer, MadeCustomer];
  const task = await makeTask(admin, x.id);
  const first = await mergeOf(y, [x.id]);
  const second = await mergeOf(z, [y.id]);
  expect(issuesOf(await undo(admin, first))).toEqual(["id survivor_gone"]);
  expect(codeOf(await undo(admin, second))).toBe("OK");
  expect(await ownersOf(admin, [task.id])).toEqual([y.id]);
  const { data } = await admin.ask<{ customer: { id: string; merges: object[] } }>(
    "query ($id: ID!) { customer(id: $id) { id merges { id undoneAt merged { id } survivor { id } } } }",
    { id: x.id },
  );
  expect(data.customer).toEqual({
    id: y.id,
    merges: [{ id: first, undoneAt: null, merged: [{ id: x.id }], survivor: { id: y.id } }],
  });
  expect(codeOf(await undo(admin, first))).toBe("OK");
  expect(await ownersOf(admin, [task.id])).toEqual([x.id]);
});

test("a merge cannot be undone while another customer has the tax ID", async () => {
  const taxId = { country: "BR", value: "390.533.447-05" };
  const survivor = await makeCustomer(admin, { taxId: { country: "BR", value: "52998224725" } });
  const other = await makeCustomer(admin, { taxId });
  const id = await mergeOf(survivor, [other.id]);
  const taker = await makeCustomer(admin, { legalName: "Taker", taxId });
  const refused = await undo(admin, id);
  expect(refused.errors?.[0]?.extensions).toMatchObject({
    code: "DUPLICATE",
    existing: { id: taker.id },
  });
  const { data } = await admin.ask<{ customer: { id: string } }>(
    "query ($id: ID!) { customer(id: $id) { id } }",
    { id: other.id },
  );
  expect(data.customer.id).toBe(survivor.id);
});

test("a merge cannot be undone after 30 days, or without permission to write", async () => {
  const [survivor, other] = [await makeCustomer(admin), await makeCustomer(admin)];
  const id = await mergeOf(survivor, [other.id]);
  const viewer = await server.signIn("viewer");
  expect(codeOf(await undo(viewer, id))).toBe("FORBIDDEN");
  expect(codeOf(await undo(admin, NO_ID))).toBe("NOT_FOUND");
  await server.db.execute(
    sql`UPDATE customer_merges SET undoable_until = now() WHERE id = ${id}::uuid`,
  );
  expect(issuesOf(await undo(admin, id))).toEqual(["id merge_expired"]);
});

test("of several concurrent undos of one merge one succeeds", async () => {
  const [survivor, other] = [await makeCustomer(admin), await makeCustomer(admin)];
  const task = await makeTask(admin, other.id);
  const id = await mergeOf(survivor, [other.id]);
  const answers = await Promise.all(Array.from({ length: 5 }, () => undo(admin, id)));
  expect(answers.map(codeOf).filter((code) => code === "OK")).toHaveLength(1);
  expect(answers.flatMap(issuesOf)).toEqual(Array(4).fill("id already_undone"));
  expect(await ownersOf(admin, [task.id])).toEqual([other.id]);
});

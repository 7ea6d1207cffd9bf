import sql from "sql-template-tag";
import { type Answer, type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { codeOf, issuesOf, NO_ID } from "../../../../test/support/refusals.js";
import { makeCustomer } from "../customer.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

interface Outcome {
  bulkUpdateCustomers: { matched: number; changed: number; editId: string | null };
}

const bulk = (input: object, caller = admin): Promise<Answer<Outcome>> =>
  caller.ask<Outcome>(
    `mutation ($input: BulkUpdateCustomersInput!) { bulkUpdateCustomers(input: $input) { matched changed editId } }`,
    { input },
  );

interface Undone {
  undoBulkUpdateCustomers: { restored: number; kept: number };
}

const undo = (editId: string | null, caller = admin): Promise<Answer<Undone>> =>
  caller.ask<Undone>(
    `mutation ($editId: ID!) { undoBulkUpdateCustomers(input: { editId: $editId }) { restored kept } }`,
    { editId },
  );

const verb = (name: string, id: string) =>
  admin.ask(`mutation ($ids: [ID!]!) { ${name}(input: { ids: $ids }) { customers { id } } }`, {
    ids: [id],
  });

interface Shown {
  status: string;
  ownerId: string | null;
  tags: string[];
  version: number;
  activity: { nodes: { action: string; changes: unknown[] }[] };
}

async function shown(id: string): Promise<Shown> {
  const { data } = await admin.ask<{ customer: Shown }>(
    `query ($id: ID!) { customer(id: $id) { status ownerId tags version activity(first: 1) { nodes { action changes { field oldValue newValue } } } } }`,
    { id },
  );
  return data.customer;
}

const statementsOf = ({ headers }: Answer<unknown>) =>
  Number(/desc="(\d+)"/.exec(headers.get("server-timing") ?? "")?.[1]);

test("customers given by ids get owner, tags and status, each with its history", async () => {
  const first = await makeCustomer(admin, { tags: ["Norte", "vip"] });
  const second = await makeCustomer(admin, { tags: ["Sul"], status: "LEAD" });
  const answer = await bulk({
    ids: [second.id, first.id],
    set: {
      ownerId: admin.userId,
      addTags: ["VIP", "2026"],
      removeTags: ["NORTE"],
      status: "ACTIVE",
    },
  });
  expect(answer.data.bulkUpdateCustomers).toMatchObject({ matched: 2, changed: 2 });
  expect(await shown(first.id)).toEqual({
    status: "ACTIVE",
    ownerId: admin.userId,
    tags: ["vip", "2026"],
    version: 2,
    activity: {
      nodes: [
        {
          action: "updated",
          changes: [
            { field: "ownerId", oldValue: null, newValue: admin.userId },
            { field: "tags", oldValue: ["Norte", "vip"], newValue: ["vip", "2026"] },
          ],
        },
      ],
    },
  });
  expect(await shown(second.id)).toMatchObject({ status: "ACTIVE", tags: ["Sul", "VIP", "2026"] });
});

test("customers that already have the values keep their version", async () => {
  const same = await makeCustomer(admin, { tags: ["a"] });
  const other = await makeCustomer(admin, { tags: [] });
  const { data } = await bulk({ ids: [same.id, other.id], set: { addTags: ["A"] } });
  expect(data.bulkUpdateCustomers).toMatchObject({ matched: 2, changed: 1 });
  expect(await shown(same.id)).toMatchObject({ version: 1, tags: ["a"] });
});

test("an owner is removed by null only", async () => {
  const { id } = await makeCustomer(admin, { ownerId: admin.userId });
  await bulk({ ids: [id], set: { addTags: ["x"] } });
  expect((await shown(id)).ownerId).toBe(admin.userId);
  await bulk({ ids: [id], set: { ownerId: null } });
  expect((await shown(id)).ownerId).toBeNull();
});

test("customers given by a filter are changed only if their number is the expected one", async () => {
  const made = await Promise.all(
    ["Descrita Um", "Descrita Dois", "Descrita Três"].map((legalName) =>
      makeCustomer(admin, { legalName }),
    ),
  );
  const set = { status: "INACTIVE" };
  const wrong = await bulk({ search: "descrita", expectedCount: 2, set });
  expect(issuesOf(wrong)).toEqual(["expectedCount count_changed"]);
  expect(wrong.errors?.[0]?.message).toContain("was 2, but 3");
  const right = await bulk({
    search: "descrita",
    filter: { status: ["ACTIVE"] },
    expectedCount: 3,
    set,
  });
  expect(right.data.bulkUpdateCustomers).toMatchObject({ matched: 3, changed: 3 });
  for (const { id } of made) expect((await shown(id)).status).toBe("INACTIVE");
});

test("setting the status of an archived customer takes it out of the archive", async () => {
  const { id } = await makeCustomer(admin, { status: "LEAD" });
  await verb("archiveCustomers", id);
  await bulk({ ids: [id], set: { addTags: ["x"] } });
  await verb("restoreCustomers", id);
  expect((await shown(id)).status).toBe("LEAD");
  await verb("archiveCustomers", id);
  await bulk({ ids: [id], set: { status: "ACTIVE" } });
  await verb("restoreCustomers", id);
  expect((await shown(id)).status).toBe("ACTIVE");
});

test.each([
  ["nothing to set", { set: {} }, ["set required"]],
  ["to archive", { set: { status: "ARCHIVED" } }, ["set.status archive_instead"]],
  ["an owner who is nobody", { set: { ownerId: NO_ID } }, ["set.ownerId unknown_user"]],
  ["too long a tag", { set: { addTags: ["x".repeat(51)] } }, ["set.addTags.0 too_long"]],
  ["ids and a filter", { filter: {}, set: { addTags: ["x"] } }, ["ids ids_or_filter"]],
  [
    "a filter without a count",
    { ids: null, filter: {}, set: { addTags: ["x"] } },
    ["expectedCount required"],
  ],
  ["neither ids nor a filter", { ids: null, set: { addTags: ["x"] } }, ["ids ids_or_filter"]],
])("refuses %s", async (_, input, issues) => {
  const { id } = await makeCustomer(admin);
  const refused = await bulk({ ids: [id], ...input });
  expect(issuesOf(refused)).toEqual(issues);
  expect((await shown(id)).version).toBe(1);
});

test("more tags than a customer can have are refused for the whole edit", async () => {
  const full = await makeCustomer(admin, { tags: Array.from({ length: 50 }, (_, n) => `t${n}`) });
  const empty = await makeCustomer(admin);
  const refused = await bulk({ ids: [empty.id, full.id], set: { addTags: ["one more"] } });
  expect(issuesOf(refused)).toEqual(["set.addTags too_many"]);
  expect((await shown(empty.id)).tags).toEqual([]);
  const swapped = await bulk({ ids: [full.id], set: { addTags: ["new"], removeTags: ["T0"] } });
  expect(codeOf(swapped)).toBe("OK");
});

test("unknown ids and callers without permission are refused", async () => {
  const { id } = await makeCustomer(admin);
  expect(codeOf(await bulk({ ids: [id, NO_ID], set: { addTags: ["x"] } }))).toBe("NOT_FOUND");
  const viewer = await server.signIn("viewer");
  expect(codeOf(await bulk({ ids: [id], set: { addTags: ["x"] } }, viewer))).toBe("FORBIDDEN");
});

test("two concurrent bulk edits do not lose each other's changes", async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => makeCustomer(admin)));
  const ids = made.map((one) => one.id);
  const answers = await Promise.all([
    bulk({ ids, set: { addTags: ["left"] } }),
    bulk({ ids: ids.toReversed(), set: { addTags: ["right"] } }),
    bulk({ ids, set: { status: "INACTIVE" } }),
  ]);
  expect(answers.map(codeOf)).toEqual(["OK", "OK", "OK"]);
  for (const id of ids) {
    const { tags, status, version } = await shown(id);
    expect({ tags: tags.sort(), status, version }).toEqual({
      tags: ["left", "right"],
      status: "INACTIVE",
      version: 4,
    });
  }
});

test("2,000 customers take as many statements as one", async () => {
  const [first] = await server.db.rows<{ id: string }>(sql`
    INSERT INTO customers (legal_name, country)
    SELECT 'Massa ' || n, 'BR' FROM generate_series(1, 2000) n RETURNING id`);
  const set = { ownerId: admin.userId, addTags: ["massa"], status: "LEAD" };
  const one = await bulk({ filter: { ids: [first?.id] }, expectedCount: 1, set });
  const many = await bulk({ search: "massa", expectedCount: 2000, set });
  expect(many.data.bulkUpdateCustomers).toMatchObject({ matched: 2000, changed: 1999 });
  expect(statementsOf(many)).toBe(statementsOf(one));
});

test("an undo restores each customer's previous values and records it", async () => {
  const first = await makeCustomer(admin, { tags: ["Norte", "vip"], ownerId: admin.userId });
  const second = await makeCustomer(admin, { tags: ["Sul"], status: "LEAD" });
  const same = await makeCustomer(admin, { tags: ["2026"], status: "INACTIVE" });
  const { data } = await bulk({
    ids: [first.id, second.id, same.id],
    set: { ownerId: null, addTags: ["2026"], removeTags: ["NORTE"], status: "INACTIVE" },
  });
  expect(data.bulkUpdateCustomers).toMatchObject({ changed: 2 });
  const { editId } = data.bulkUpdateCustomers;
  expect((await undo(editId)).data.undoBulkUpdateCustomers).toEqual({ restored: 2, kept: 0 });
  expect(await shown(first.id)).toEqual({
    status: "ACTIVE",
    ownerId: admin.userId,
    tags: ["Norte", "vip"],
    version: 3,
    activity: {
      nodes: [
        {
          action: "updated",
          changes: [
            { field: "ownerId", oldValue: null, newValue: admin.userId },
            { field: "status", oldValue: "INACTIVE", newValue: "ACTIVE" },
            { field: "tags", oldValue: ["vip", "2026"], newValue: ["Norte", "vip"] },
          ],
        },
      ],
    },
  });
  expect(await shown(second.id)).toMatchObject({ status: "LEAD", ownerId: null, tags: ["Sul"] });
  expect(await shown(same.id)).toMatchObject({ version: 1 });
  expect((await undo(editId)).data.undoBulkUpdateCustomers).toEqual({ restored: 0, kept: 2 });
});

test("an undo skips customers that were changed or deleted since", async () => {
  const [plain, edited, deleted] = await Promise.all(
    Array.from({ length: 3 }, () => makeCustomer(admin, { status: "LEAD" })),
  );
  if (!plain || !edited || !deleted) throw new Error("three were made");
  const { data } = await bulk({
    ids: [plain.id, edited.id, deleted.id],
    set: { status: "INACTIVE" },
  });
  await bulk({ ids: [edited.id], set: { addTags: ["since"] } });
  await verb("deleteCustomers", deleted.id);
  const { editId } = data.bulkUpdateCustomers;
  expect((await undo(editId)).data.undoBulkUpdateCustomers).toEqual({ restored: 1, kept: 2 });
  expect((await shown(plain.id)).status).toBe("LEAD");
  expect(await shown(edited.id)).toMatchObject({ status: "INACTIVE", tags: ["since"], version: 3 });
  await verb("restoreCustomers", deleted.id);
  expect((await shown(deleted.id)).status).toBe("INACTIVE");
});

test("edits made in one transaction are undone one by one", async () => {
  const [both, other] = [await makeCustomer(admin), await makeCustomer(admin)];
  const answer = await admin.fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": "two edits" },
    body: JSON.stringify({
      query: `mutation ($both: ID!, $other: ID!) {
        first: bulkUpdateCustomers(input: { ids: [$both], set: { status: INACTIVE } }) { editId }
        second: bulkUpdateCustomers(input: { ids: [$both, $other], set: { status: LEAD } }) { editId }
      }`,
      variables: { both: both.id, other: other.id },
    }),
  });
  const { data } = (await answer.json()) as {
    data: { first: { editId: string }; second: { editId: string } };
  };
  const outcomes = [await undo(data.first.editId), await undo(data.second.editId)];
  expect(outcomes.map((one) => one.data.undoBulkUpdateCustomers)).toEqual([
    { restored: 0, kept: 1 },
    { restored: 2, kept: 0 },
  ]);
  expect((await shown(both.id)).status).toBe("INACTIVE");
  expect((await shown(other.id)).status).toBe("ACTIVE");
});

test("an undo archives again and keeps the status from before the archive", async () => {
  const { id } = await makeCustomer(admin, { status: "LEAD" });
  await verb("archiveCustomers", id);
  const { data } = await bulk({ ids: [id], set: { status: "ACTIVE" } });
  await undo(data.bulkUpdateCustomers.editId);
  expect((await shown(id)).status).toBe("ARCHIVED");
  await verb("restoreCustomers", id);
  expect((await shown(id)).status).toBe("LEAD");
});

test("only bulk edits can be undone, and only with permission to write", async () => {
  const { id } = await makeCustomer(admin);
  for (const noEdit of ["7", admin.userId, `${admin.userId}.`])
    expect(issuesOf(await undo(noEdit))).toEqual(["editId invalid_id"]);
  expect(codeOf(await undo(`${NO_ID}.${NO_ID}`))).toBe("NOT_FOUND");
  const made = await server.db.rows<{ id: string }>(
    sql`SELECT id FROM activity WHERE record_id = ${id}::uuid`,
  );
  expect(codeOf(await undo(`${made[0]?.id}.${made[0]?.id}`))).toBe("NOT_FOUND");
  const nothing = await bulk({ ids: [id], set: { ownerId: null } });
  expect(nothing.data.bulkUpdateCustomers).toEqual({ matched: 1, changed: 0, editId: null });
  const { data } = await bulk({ ids: [id], set: { addTags: ["x"] } });
  const viewer = await server.signIn("viewer");
  expect(codeOf(await undo(data.bulkUpdateCustomers.editId, viewer))).toBe("FORBIDDEN");
});

test("the undo for 2,000 customers takes as many statements as for one", async () => {
  await server.db.execute(sql`
    INSERT INTO customers (legal_name, country)
    SELECT 'Volta ' || n, 'BR' FROM generate_series(1, 2000) n`);
  const { id } = await makeCustomer(admin);
  const set = { ownerId: admin.userId, addTags: ["volta"], status: "LEAD" };
  const one = await bulk({ ids: [id], set });
  const many = await bulk({ search: "volta", filter: {}, expectedCount: 2000, set });
  const undoneOne = await undo(one.data.bulkUpdateCustomers.editId);
  const undoneMany = await undo(many.data.bulkUpdateCustomers.editId);
  expect(undoneMany.data.undoBulkUpdateCustomers).toEqual({ restored: 2000, kept: 0 });
  expect(statementsOf(undoneMany)).toBe(statementsOf(undoneOne));
});

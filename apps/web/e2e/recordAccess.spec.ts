import { expect, test } from "./support/journey.js";
import { signIn } from "./support/person.js";
import { signedInState } from "./support/places.js";

const password = "correct horse battery";

// A person of their own: whoever signs in here has a session that nobody else uses.
test.use({ storageState: { cookies: [], origins: [] } });

test("a person with own customers only sees nothing else anywhere", async ({
  page,
  browser,
  refusals,
}) => {
  const admin = await browser.newContext({
    storageState: signedInState,
    baseURL: process.env.E2E_ADDRESS,
  });
  const settings = await admin.newPage();
  const stamp = Date.now();
  const role = `Own customers ${stamp}`;
  const email = `own-${stamp}@example.com`;
  const ask = async (query: string, variables: object = {}) => {
    const answer = await settings.request.post("/graphql", { data: { query, variables } });
    const { data, errors } = await answer.json();
    expect(errors).toBeUndefined();
    return data;
  };

  await test.step("an admin copies a role for own customers", async () => {
    await settings.goto("/settings/people");
    await settings.getByRole("button", { name: "New role" }).click();
    const drawer = settings.getByRole("dialog");
    await drawer.getByLabel("Name").fill(role);
    await drawer.getByRole("combobox", { name: "Customers they see" }).click();
    await settings.getByRole("option", { name: "Their own customers" }).click();
    await drawer.getByRole("button", { name: "Create" }).click();
    await expect(settings.getByRole("columnheader", { name: new RegExp(role) })).toContainText(
      "Their own customers",
    );
  });

  const own = await test.step("somebody is let in with it, and gets one customer", async () => {
    const { accessRoles } = await ask("{ accessRoles { id name } }");
    const roleId = accessRoles.find(({ name }: { name: string }) => name === role).id;
    const { inviteUser } = await ask(
      "mutation ($input: InviteUserInput!) { inviteUser(input: $input) { path user { id } } }",
      { input: { name: "Own person", email, roleId } },
    );
    const token = new URL(inviteUser.path, "http://x").searchParams.get("token");
    const stranger = await browser.newContext({ baseURL: process.env.E2E_ADDRESS });
    const joined = await stranger.request.post("/api/join", { data: { token, password } });
    expect(joined.ok()).toBe(true);
    await stranger.close();
    const { createCustomer } = await ask(
      "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } } }",
      {
        input: {
          legalName: `Only mine ${stamp}`,
          ownerId: inviteUser.user.id,
          address: { country: "BR", city: "Natal" },
        },
      },
    );
    return createCustomer.customer.id as string;
  });
  const { customers } = await ask("{ customers(first: 1) { nodes { id legalName } } }");
  const other = customers.nodes.find(({ id }: { id: string }) => id !== own) ?? customers.nodes[0];
  expect(other.id).not.toBe(own);

  await test.step("the list has one customer", async () => {
    refusals.push("401 /graphql");
    await page.goto("/customers");
    await signIn(page, { email, password });
    const rows = page.getByRole("grid", { name: "Customers" }).getByRole("row").getByRole("link");
    await expect(rows).toHaveCount(1);
    await expect(rows.first()).toHaveText(`Only mine ${stamp}`);
  });

  await test.step("another customer's address leads nowhere", async () => {
    await page.goto(`/customers/${other.id}/overview`);
    await expect(page.getByText(other.legalName)).toHaveCount(0);
    await expect(page.getByText("This customer does not exist or was deleted.")).toBeVisible();
  });

  await test.step("a search finds no other, and the menu names the role", async () => {
    await page.goto("/customers");
    await page.getByRole("searchbox").fill(other.legalName);
    await expect(page.getByRole("grid").getByRole("row").getByRole("link")).toHaveCount(0);
    await expect(page.getByRole("button", { name: role })).toBeVisible();
    for (const address of [
      "/work",
      "/receivables",
      "/customers/duplicates",
      "/customers/trash",
      "/imports",
    ]) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      await page.waitForLoadState("networkidle");
      await expect(page.getByText(other.legalName)).toHaveCount(0);
    }
  });

  await test.step("a day's writes on the own customer", async () => {
    await page.goto(`/customers/${own}/overview`);
    const note = page.getByPlaceholder("Write a note…");
    await note.fill("Called back.");
    await note.press("Control+Enter");
    await expect(page.getByRole("main").getByText("Called back.").first()).toBeVisible();
    await page.getByRole("button", { name: "New", exact: true }).click();
    await page.getByRole("menuitem", { name: "Task" }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel("Title").fill("Send the offer");
    await form.getByRole("button", { name: "Create" }).click();
    await expect(form).toBeHidden();
  });

  await test.step("neither the graph, an export nor the feed tells of others", async () => {
    const graph = await page.request.post("/graphql", {
      data: {
        query: `query ($id: ID!, $name: String!) { node(id: $id) { id } customer(id: $id) { id }
          customers { totalCount } found: customers(search: $name) { totalCount }
          invoices { totalCount } tasks { totalCount } duplicateCandidates { totalCount }
          deletedRecords { totalCount } auditLog(first: 100) { nodes { customer { id } } } }`,
        variables: { id: other.id, name: other.legalName },
      },
    });
    const { data } = await graph.json();
    expect(data).toMatchObject({
      node: null,
      customer: null,
      customers: { totalCount: 1 },
      found: { totalCount: 0 },
      invoices: { totalCount: 0 },
      tasks: { totalCount: 1 },
      duplicateCandidates: { totalCount: 0 },
      deletedRecords: { totalCount: 0 },
    });
    const ofCustomers = data.auditLog.nodes.flatMap(
      ({ customer }: { customer: { id: string } | null }) => customer?.id ?? [],
    );
    expect(new Set(ofCustomers)).toEqual(new Set([own]));
    const begun = await page.request.post("/graphql", {
      data: {
        query:
          "mutation { createExport(input: { recordType: CUSTOMER, format: CSV }) { export { id } } }",
      },
    });
    const { id } = (await begun.json()).data.createExport.export;
    await expect(async () => {
      expect((await page.request.get(`/exports/${id}`)).ok()).toBe(true);
    }).toPass();
    const csv = await (await page.request.get(`/exports/${id}`)).text();
    expect(csv).toContain(`Only mine ${stamp}`);
    expect(csv.trim().split("\n")).toHaveLength(2);
    const feed = await (await page.request.get("/changes?first=1000")).json();
    const customerIds = feed.changes.map(
      ({ customerId }: { customerId: string | null }) => customerId,
    );
    expect(new Set(customerIds.filter(Boolean))).toEqual(new Set([own]));
  });
  await admin.close();
});

import { type Caller, startServer, type TestServer } from "../../../test/server.js";

let server: TestServer;
let admin: Caller;
let seller: Caller;
let viewer: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  seller = await server.signIn("sales");
  viewer = await server.signIn("viewer");
});
afterAll(() => server.close());

const CREATE = `mutation ($input: CreateSavedViewInput!) { createSavedView(input: $input) { view { id version name query shared canUpdate owner { id } } } }`;
const UPDATE = `mutation ($input: UpdateSavedViewInput!) { updateSavedView(input: $input) { view { id version name query shared } } }`;
const DELETE = `mutation ($id: ID!) { deleteSavedView(input: { id: $id }) { view { id } } }`;

interface View {
  id: string;
  version: number;
  name: string;
  query: string;
  shared: boolean;
  canUpdate: boolean;
}

async function make(caller: Caller, input: object): Promise<View> {
  const { data, errors } = await caller.ask<{ createSavedView: { view: View } }>(CREATE, {
    input: { query: "status=LEAD", ...input },
  });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.createSavedView.view;
}

async function namesFor(caller: Pick<Caller, "ask">): Promise<string[]> {
  const { data } = await caller.ask<{ savedViews: View[] }>("{ savedViews { name } }");
  return data.savedViews.map(({ name }) => name);
}

const codeOf = async (response: ReturnType<Caller["ask"]>) =>
  (await response).errors?.[0]?.extensions.code;

test("a view is its owner's alone until it is shared, and a key sees shared ones", async () => {
  const own = await make(seller, { name: " Leads " });
  expect(own).toMatchObject({
    name: "Leads",
    query: "status=LEAD",
    shared: false,
    canUpdate: true,
    owner: { id: seller.userId },
  });
  await make(seller, { name: "águas", shared: true });
  expect(await namesFor(seller)).toEqual(["águas", "Leads"]);
  expect(await namesFor(viewer)).toEqual(["águas"]);
  const { data } = await admin.ask<{ createApiKey: { secret: string } }>(
    'mutation { createApiKey(input: { name: "ERP", scopes: ["customers:read"] }) { secret } }',
  );
  const key: Pick<Caller, "ask"> = {
    ask: (query, variables = {}) =>
      server.stranger.ask(query, variables, {
        authorization: `Bearer ${data.createApiKey.secret}`,
      }),
  };
  expect(await namesFor(key)).toEqual(["águas"]);
  expect(await codeOf(key.ask(CREATE, { input: { name: "x", query: "" } }))).toBe("FORBIDDEN");
  const unseen = await viewer.ask<{ node: null }>(`{ node(id: "${own.id}") { id } }`);
  expect(unseen.data.node).toBeNull();
});

test("what somebody looks at is not in the history that all read", async () => {
  const view = await make(seller, { name: "Hush", query: "q=hush" });
  const { rows } = await server.app.database.pool.query(
    "SELECT changes::text AS changes FROM activity WHERE record_id = $1",
    [view.id],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0].changes).not.toMatch(/hush/i);
});

test("only the owner changes a private view; an administrator a shared one as well", async () => {
  const { id, version } = await make(seller, { name: "Mine" });
  const rename = (caller: Caller, at: number, name: string) =>
    caller.ask(UPDATE, { input: { id, version: at, name } });
  expect(await codeOf(rename(admin, version, "Stolen"))).toBe("NOT_FOUND");
  expect(await codeOf(viewer.ask(DELETE, { id }))).toBe("NOT_FOUND");
  expect(
    await codeOf(seller.ask(UPDATE, { input: { id, version, shared: true } })),
  ).toBeUndefined();
  expect(await codeOf(rename(viewer, 2, "Stolen"))).toBe("NOT_FOUND");
  expect(await codeOf(rename(admin, 1, "Late"))).toBe("CONFLICT");
  expect(await codeOf(rename(admin, 2, "Ours"))).toBeUndefined();
  expect(await codeOf(admin.ask(DELETE, { id }))).toBeUndefined();
  expect(await namesFor(seller)).not.toContain("Ours");
});

test("people who may not change customers keep views, but cannot share them", async () => {
  const { id, version } = await make(viewer, { name: "Watching" });
  expect(await codeOf(viewer.ask(UPDATE, { input: { id, version, shared: true } }))).toBe(
    "FORBIDDEN",
  );
  expect(
    await codeOf(viewer.ask(CREATE, { input: { name: "All", query: "", shared: true } })),
  ).toBe("FORBIDDEN");
});

test("a view has a name, and one person 50 of them at most", async () => {
  const person = await server.signIn("sales");
  expect(await codeOf(person.ask(CREATE, { input: { name: " ", query: "" } }))).toBe(
    "VALIDATION_FAILED",
  );
  for (let count = 0; count < 50; count += 1) await make(person, { name: `View ${count}` });
  expect(await codeOf(person.ask(CREATE, { input: { name: "One more", query: "" } }))).toBe(
    "VALIDATION_FAILED",
  );
});

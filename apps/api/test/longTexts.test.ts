import { type Caller, startServer, type TestServer } from "./server.js";

const LONG = "x".repeat(800_000);

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

test("a text above its maximum length is refused at its path, in variables and in the query", async () => {
  for (const [query, variables, path] of [
    ["query ($s: String) { customers(search: $s) { totalCount } }", { s: LONG }, "s"],
    [
      "query ($input: LikelyDuplicatesInput!) { likelyDuplicates(input: $input) { score } }",
      { input: { legalName: LONG } },
      "legalName",
    ],
    [`{ customers(search: "${LONG}") { totalCount } }`, {}, "search"],
  ] as const) {
    const { status, errors } = await admin.ask(query, variables);
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions.issues).toMatchObject([{ path, code: "too_long" }]);
    expect(JSON.stringify(errors).length).toBeLessThan(2_000);
  }
});

test("a customer that is being typed is no longer than one can be", async () => {
  const { errors } = await admin.ask(
    "query ($input: LikelyDuplicatesInput!) { likelyDuplicates(input: $input) { score } }",
    { input: { legalName: "x".repeat(201) } },
  );
  expect(errors?.[0]?.extensions.issues).toMatchObject([{ path: "legalName", code: "too_long" }]);
});

import { auditServer } from "graphql-http";
import { startServer } from "./server.js";

// A refused request has an error status for all clients, older ones too.
const ON_PURPOSE = [
  "SHOULD use 200 status code on document parsing failure when accepting application/json",
  "SHOULD use 200 status code on document validation failure when accepting application/json",
  "SHOULD use a status code of 200 on variable coercion failure when accepting application/json",
];

test("the graph conforms to the GraphQL-over-HTTP specification", async () => {
  const server = await startServer();
  const caller = await server.signIn("viewer");
  const results = await auditServer({
    url: `${server.url}/graphql`,
    // Without this header a GET with a cookie is refused, since a foreign page could send it.
    fetchFn: (url: string, { headers, ...init }: RequestInit = {}) =>
      caller.fetch(url, {
        ...init,
        headers: { ...Object.fromEntries(new Headers(headers)), "apollo-require-preflight": "1" },
      }),
  });
  await server.close();
  expect(results.length).toBeGreaterThan(50);
  expect(results.filter(({ status }) => status !== "ok").map(({ name }) => name)).toEqual(
    ON_PURPOSE,
  );
});

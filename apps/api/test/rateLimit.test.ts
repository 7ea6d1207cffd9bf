import { createServer } from "../src/server.js";
import { startServer } from "./server.js";

test("a person's requests a minute are limited over all processes, and others are not touched", async () => {
  const server = await startServer({ limits: { requestsPerMinute: 40 } });
  const busy = await server.signIn("viewer");
  const second = await createServer(server.app, "nowhere");
  const url = await second.listen({ port: 0, host: "127.0.0.1" });
  const ask = (base: string) =>
    fetch(`${base}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: busy.cookie },
      body: JSON.stringify({ query: "{ viewer { name } }" }),
    });
  const statuses: number[] = [];
  for (let index = 0; index < 60; index += 1)
    statuses.push((await ask(index % 2 ? url : server.url)).status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(40);
  expect(statuses.slice(-10)).toEqual(Array(10).fill(429));
  const refused = await ask(server.url);
  const seconds = Number(refused.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(await refused.json()).toMatchObject({
    errors: [{ extensions: { code: "RATE_LIMITED", retryAfterSeconds: seconds } }],
  });
  const calm = await server.signIn("viewer");
  expect((await calm.ask("{ viewer { name } }")).status).toBe(200);
  await server.app.database.pool.query("UPDATE attempts SET since = since - interval '61 seconds'");
  await second.close();
  const third = await createServer(server.app, "nowhere");
  const fresh = await third.listen({ port: 0, host: "127.0.0.1" });
  expect((await ask(fresh)).status).toBe(200);
  await third.close();
  await server.close();
});

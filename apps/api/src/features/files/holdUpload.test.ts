import { once } from "node:events";
import http, { type ClientRequest, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { FILES_FOLDER } from "./fileBytes.js";
import { sweepUploads } from "./holdUpload.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const query = async (statement: string) => (await server.app.database.pool.query(statement)).rows;

async function storedKeys(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of server.app.storage.list(FILES_FOLDER)) keys.push(key);
  return keys;
}

/** Starts an upload and waits until some of its bytes are stored. */
async function begin(): Promise<ClientRequest> {
  const before = (await storedKeys()).length;
  const request = http.request(`${server.url}/files`, {
    method: "POST",
    headers: { cookie: admin.cookie, "content-type": "multipart/form-data; boundary=b" },
  });
  request.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n');
  request.write("x".repeat(300_000));
  const deadline = Date.now() + 10_000;
  while ((await storedKeys()).length === before) {
    if (Date.now() > deadline) throw new Error("no byte was stored");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return request;
}

async function finish(request: ClientRequest): Promise<[number | undefined, string]> {
  const answered = once(request, "response");
  request.end("\r\n--b--\r\n");
  const [response]: IncomingMessage[] = await answered;
  if (!response) throw new Error("no answer");
  return [response.statusCode, await text(response)];
}

test("an upload in progress is not swept, and is no longer tracked once it is a file", async () => {
  const request = await begin();
  await sweepUploads(server.app);
  const [status] = await finish(request);
  expect(status).toBe(201);
  expect(await query("SELECT id FROM uploads")).toEqual([]);
  expect(await query("SELECT size::int FROM files")).toEqual([{ size: 300_000 }]);
});

test("the bytes of an upload whose process was killed are removed within a minute, and never become a file", async () => {
  const [keys, files] = [await storedKeys(), await query("SELECT id FROM files")];
  const request = await begin();
  await query("UPDATE uploads SET held_at = now() - interval '31 seconds'");
  await sweepUploads(server.app);
  expect(await storedKeys()).toEqual(keys);
  const [status, answer] = await finish(request);
  expect([status, answer]).toEqual([400, expect.stringContaining("upload_broken")]);
  expect(await query("SELECT id FROM files")).toEqual(files);
  expect(await storedKeys()).toEqual(keys);
});

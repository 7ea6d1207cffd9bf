import { type Caller, startServer, type TestServer } from "../../../test/server.js";
import { sweepFiles } from "../files/file.sweeper.js";
import { planned, upload } from "./import.make.js";

const DAY_MS = 24 * 60 * 60 * 1000;

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

test("the sweeper leaves the file of an import, and takes an upload that became none", async () => {
  const sheet = "Razão social;País\nPadaria São João;BR\n";
  const unused = await upload(admin, "unused.csv", sheet);
  const { id } = await planned(admin, "customers.csv", sheet);
  const { rows } = await server.app.database.pool.query(
    "SELECT file_id FROM imports WHERE id = $1",
    [id],
  );

  server.setNow(new Date(Date.now() + 2 * DAY_MS));
  await sweepFiles(server.app);

  expect((await admin.fetch(`/files/${rows[0].file_id}`)).status).toBe(200);
  expect((await admin.fetch(`/files/${unused}`)).status).toBe(404);
});

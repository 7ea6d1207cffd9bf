import { startServer, type TestServer } from "../../../test/server.js";
import { makeCustomer } from "../../features/customers/customer.factory.js";

let server: TestServer;
afterEach(() => server.close());

// On both days the clocks of New York change: one has 25 hours, one has 23.
test.each([
  [
    "2026-11-01",
    "2026-11-01T03:59:59Z",
    "2026-11-01T04:00:00Z",
    "2026-11-02T04:59:59Z",
    "2026-11-02T05:00:00Z",
  ],
  [
    "2026-03-08",
    "2026-03-08T04:59:59Z",
    "2026-03-08T05:00:00Z",
    "2026-03-09T03:59:59Z",
    "2026-03-09T04:00:00Z",
  ],
])("what is of %s is what happened from its first to its last second", async (day, ...moments) => {
  server = await startServer({ timeZone: "America/New_York" });
  const admin = await server.signIn("admin");
  const made = await Promise.all(moments.map((at) => makeCustomer(admin, { legalName: at })));
  for (const [index, at] of moments.entries()) {
    await server.asOwner(
      `UPDATE customers SET created_at = '${at}' WHERE id = '${made[index]?.id}'`,
    );
    await server.asOwner(`
      INSERT INTO activity (record_type, record_id, customer_id, action, note, actor_kind, actor_name, created_at)
      VALUES ('Customer', '${made[index]?.id}', '${made[index]?.id}', 'note_added', '${at}', 'SYSTEM', 'test', '${at}')`);
  }
  const { data } = await admin.ask<{
    customers: { nodes: { legalName: string }[] };
    auditLog: { nodes: { note: string }[] };
  }>(
    `query ($day: Date) {
      customers(filter: { createdFrom: $day, createdTo: $day }) { nodes { legalName } }
      auditLog(filter: { from: $day, to: $day, kind: [NOTES] }) { nodes { note } }
    }`,
    { day },
  );
  const inside = [moments[1], moments[2]];
  expect(data.customers.nodes.map(({ legalName }) => legalName).sort()).toEqual(inside);
  expect(data.auditLog.nodes.map(({ note }) => note).sort()).toEqual(inside);
});

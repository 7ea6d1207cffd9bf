import { makeCustomer } from "../../src/features/customers/customer.factory.js";
import { planned } from "../../src/features/imports/import.factory.js";
import { merge } from "../../src/features/merges/merge.factory.js";
import { makeWebhook } from "../../src/features/webhooks/webhook.factory.js";
import { registry } from "../../src/features.js";
import type { Rule } from "../../src/platform/security/authorize.js";
import type { Caller, TestServer } from "../server.js";
import { keyWith } from "./keyWith.js";
import { records } from "./records.js";

/** A record that `node` finds. */
interface Found {
  type: string;
  id: string;
  /** What one must be allowed to be answered it. */
  permission: Rule;
}

/** Makes a record of every kind, and answers one of each. */
export async function oneOfEachKind(server: TestServer, admin: Caller): Promise<Found[]> {
  const { pool } = server.app.database;
  const { id, version } = await makeCustomer(admin, { ownerId: admin.userId });
  const merged = await makeCustomer(admin);
  for (const make of records) await make(admin, id);
  const { errors } = await merge(admin, { id, version }, [merged.id]);
  if (errors) throw new Error(JSON.stringify(errors));
  await planned(
    admin,
    "people.csv",
    "Razão social;País;Cidade\nPadaria São João Ltda;BR;Natal\nPadaria;BR;\nErrada;Nowhere;\n",
  );
  await keyWith(admin, ["customers:read"]);
  const webhook = await makeWebhook(admin, "https://hooks.invalid/", ["webhook.deleted"]);
  await pool.query(
    `INSERT INTO webhook_deliveries (id, webhook_id, activity_id, event, status)
     SELECT gen_random_uuid(), $1, id, 'webhook.created', 'DELIVERED' FROM activity WHERE record_id = $1`,
    [webhook.id],
  );
  // Nobody is told of what they did themselves.
  await pool.query(
    `INSERT INTO notifications (user_id, kind, record_type, record_id)
     SELECT $1, 'ASSIGNED', 'Task', id FROM tasks WHERE customer_id = $2`,
    [admin.userId, id],
  );
  await admin.ask(
    "mutation ($input: CreateAddressInput!) { createAddress(input: $input) { address { id } } }",
    { input: { customerId: id, kind: "BILLING", country: "BR" } },
  );
  await admin.ask(
    'mutation { createSavedView(input: { name: "Leads", query: "status=LEAD", shared: true }) { view { id } } }',
  );
  await admin.ask(
    'mutation ($ids: [ID!]) { createTeam(input: { name: "South", memberIds: $ids }) { team { id } } }',
    { ids: [admin.userId] },
  );
  await admin.ask(
    "mutation { createExport(input: { recordType: CUSTOMER, format: CSV }) { export { id } } }",
  );
  return Promise.all(
    registry.features
      .flatMap(({ nodes }) => nodes ?? [])
      .map(async ({ type, table, permission }) => {
        const { rows } = await pool.query<{ id: string }>(`SELECT id FROM ${table} ORDER BY id`);
        const { data } = await admin.ask<{ nodes: ({ id: string } | null)[] }>(
          "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
          { ids: rows.slice(0, 100).map((row) => row.id) },
        );
        const found = data.nodes.find((node) => node !== null);
        if (!found) throw new Error(`there is no ${type.name}: make one in records.ts`);
        return { type: type.name, id: found.id, permission };
      }),
  );
}

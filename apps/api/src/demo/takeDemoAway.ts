import sql from "sql-template-tag";
import type { App } from "../platform/app.js";
import { systemContext } from "../platform/request/systemContext.js";
import { demoUsers } from "./people.js";
import { removeDemo } from "./removeDemo.js";

/** Removes the demo data but for what somebody worked on; returns a sentence for the terminal on what became of it. */
export async function takeDemoAway(app: App): Promise<string> {
  const context = systemContext(app);
  const { customers, kept } = await context.inTransaction(() =>
    removeDemo(context, { includeChanged: false }),
  );
  if (customers > 0 || kept > 0)
    return `${customers} customers of the demo are gone; ${kept} that somebody worked on stay.`;
  const ids = demoUsers.map(({ id }) => id);
  const owned = await app.database.db().row<{ customers: number }>(sql`
    SELECT count(*)::int AS customers FROM customers
    WHERE deleted_at IS NULL AND owner_id = ANY(${ids}::uuid[])
      AND EXISTS (SELECT FROM activity a WHERE a.customer_id = customers.id AND a.action = 'created' AND a.actor_id = ANY(${ids}::uuid[])
        AND a.transaction_id <> ALL ((SELECT demo_transactions())::bigint[]))`);
  if (!owned || owned.customers === 0) return "There is no demo data here.";
  return (
    "Nothing was removed: there is demo data that was loaded by an earlier version and can't be told from your own records.\n" +
    `In the list of customers, filter by the owners ${demoUsers.map(({ name }) => name).join(", ")} (${owned.customers} customers), ` +
    "select all that are not yours and delete them; then deactivate these people in Settings > People."
  );
}

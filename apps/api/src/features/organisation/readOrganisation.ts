import sql, { type Sql } from "sql-template-tag";
import type { App } from "../../platform/app.js";
import type { Db } from "../../platform/database/db.js";
import type { Organisation } from "../../platform/organisation.js";

/** What an admin set for everyone; null where nobody did. */
export interface OrganisationRow {
  timeZone: string | null;
  currency: string | null;
}

/** Joins the organisation's settings to a statement that says who asks, so that they are never out of date. */
export const joinOrganisation: Sql = sql`LEFT JOIN organisation_settings o ON true`;

/** The columns of an OrganisationRow. */
export const organisationColumns: Sql = sql`o.time_zone AS "timeZone", o.currency`;

/** The settings as they hold: what an admin set, else what the server was started with. */
export function organisationOf(app: App, { timeZone, currency }: OrganisationRow): Organisation {
  return {
    timeZone: timeZone ?? app.organisation.timeZone,
    currency: currency ?? app.organisation.currency,
  };
}

/** The settings as they hold now, for work that nobody asks for at the door. */
export async function readOrganisation(app: App, db: Db): Promise<Organisation> {
  const row = await db.row<OrganisationRow>(
    sql`SELECT ${organisationColumns} FROM (SELECT 1) one ${joinOrganisation}`,
  );
  return row ? organisationOf(app, row) : app.organisation;
}

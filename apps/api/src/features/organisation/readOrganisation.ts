import sql, { type Sql } from "sql-template-tag";
import type { App } from "../../platform/app.js";
import type { Db } from "../../platform/database/db.js";
import type { Organisation } from "../../platform/organisation.js";

/** The values that an admin set for everyone; null if there are none. */
export interface OrganisationRow {
  timeZone: string | null;
  currency: string | null;
}

/** Joins the organisation's settings to the statement that authenticates a request, so that they are always current. */
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

/** The current settings, for work that does not come from a request. */
export async function readOrganisation(app: App, db: Db): Promise<Organisation> {
  const row = await db.row<OrganisationRow>(
    sql`SELECT ${organisationColumns} FROM (SELECT 1) one ${joinOrganisation}`,
  );
  return row ? organisationOf(app, row) : app.organisation;
}

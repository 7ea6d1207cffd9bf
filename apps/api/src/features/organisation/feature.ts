import sql from "sql-template-tag";
import type { Feature } from "../../platform/feature.js";
import { rowsById } from "../../platform/records/byId.js";
import { OrganisationSettings } from "./organisation.entity.js";
import { OrganisationResolver } from "./organisation.resolver.js";

/** What an admin sets for everyone: time zone and currency. */
export const organisation: Feature = {
  name: "organisation",
  entities: [OrganisationSettings],
  resolvers: [OrganisationResolver],
  nodes: [
    {
      type: OrganisationSettings,
      table: "organisation_settings",
      permission: "settings:read",
      byId: rowsById(OrganisationSettings, [sql`true`]),
    },
  ],
};

import { CURRENCIES } from "@clientela/shared/values/currencies";
import {
  lineRuling,
  optional,
  paragraphsRuling,
  textRule,
} from "@clientela/shared/values/textRules";
import sql from "sql-template-tag";
import type { FindManyOptions } from "typeorm";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { Invalid } from "../../platform/errors.js";
import { parseInput } from "../../platform/graph/parseInput.js";
import { type Subject, updateRecord } from "../../platform/records/write.js";
import { OrganisationSettings } from "./organisation.entity.js";
import type { UpdateOrganisationInput } from "./organisation.input.js";

const subject: Subject<OrganisationSettings, "OrganisationSettings"> = {
  type: OrganisationSettings,
  name: "OrganisationSettings",
  parentIdOf: () => null,
};

const schema = z.object({
  version: z.number(),
  timeZone: z.string().max(64).nullish(),
  currency: z.enum(CURRENCIES, "not_in_list").nullish(),
  name: optional(textRule((text) => lineRuling(text, 200))),
  taxId: optional(textRule((text) => lineRuling(text, 60))),
  address: optional(textRule((text) => paragraphsRuling(text, 500))),
  refuseOverCreditLimit: z
    .boolean()
    .nullish()
    .transform((refuses) => refuses ?? undefined),
});

async function theOnly(
  { db }: Context,
  options: FindManyOptions<OrganisationSettings> = {},
): Promise<OrganisationSettings> {
  const [row] = await db.manager.find(OrganisationSettings, options);
  if (!row) throw new Error("the row of the organisation's settings is gone");
  return row;
}

/** What an admin set for everyone. */
export function organisationSettings(context: Context): Promise<OrganisationSettings> {
  return theOnly(context);
}

/** Changes the settings of everyone. Throws Invalid for a time zone that the database does not know, and Conflict. */
export async function updateOrganisation(
  context: Context,
  input: UpdateOrganisationInput,
): Promise<OrganisationSettings> {
  const { version, ...values } = parseInput(schema, input);
  if (values.timeZone != null && !(await isKnownZone(context, values.timeZone))) {
    throw new Invalid([{ path: "timeZone", code: "not_in_list" }]);
  }
  const current = await theOnly(context, { lock: { mode: "pessimistic_write" } });
  return updateRecord(context, subject, current, version, values);
}

// Days begin by the database's clock, and dates are shown by that of the runtime.
async function isKnownZone(context: Context, zone: string): Promise<boolean> {
  if (!Intl.supportedValuesOf("timeZone").includes(zone)) return false;
  const known = await context.db.row(sql`SELECT 1 FROM pg_timezone_names WHERE name = ${zone}`);
  return Boolean(known);
}

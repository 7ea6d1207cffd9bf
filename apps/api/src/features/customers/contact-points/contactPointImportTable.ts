import sql, { type Sql } from "sql-template-tag";
import type { ImportTable, Refusal } from "../../../platform/sheets/importTable.js";

interface Columns {
  main: "email" | "phone";
  further: "further_emails" | "further_phones";
  field: "furtherEmails" | "furtherPhones";
}

const CHANNELS: readonly Columns[] = [
  { main: "email", further: "further_emails", field: "furtherEmails" },
  { main: "phone", further: "further_phones", field: "furtherPhones" },
];

// All contact points that a row `v` leaves a record `c`, as JSON.
const after = ({ main, further }: Columns): string =>
  `imported_contact_points(c.${main}, c.${main}_label, c.${further}, v.${main}, v.${main}_label, v.${further},
    coalesce(rules.by_column->>'${main}', '') <> 'FILL_BLANKS')`;

// Mostly a row and its record have one e-mail address and one phone each, without labels.
const isPlain = ({ main, further }: Columns): string =>
  `v.${further} IS NULL AND c.${further} IS NULL AND v.${main}_label IS NULL`;

function resultsOf(columns: Columns): Record<string, string> {
  const { main, further } = columns;
  const either = (plain: string, list: string) =>
    `CASE WHEN ${isPlain(columns)} THEN ${plain} ELSE ${list} END`;
  const all = after(columns);
  return {
    [main]: either(`coalesce(v.${main}, c.${main})`, `${all}->0->>'value'`),
    [`${main}_label`]: either(`c.${main}_label`, `${all}->0->>'label'`),
    [further]: either(`c.${further}`, `nullif(${all} - 0, '[]')`),
  };
}

// A row without a main one gives a new record the first of the others.
function defaultsOf({ main, further }: Columns): Record<string, string> {
  return {
    [main]: `coalesce(v.${main}, v.${further}->0->>'value')`,
    [`${main}_label`]: `CASE WHEN v.${main} IS NULL THEN v.${further}->0->>'label' ELSE v.${main}_label END`,
    [further]: `CASE WHEN v.${main} IS NULL THEN nullif(v.${further} - 0, '[]') ELSE v.${further} END`,
  };
}

const merged = (of: (columns: Columns) => Record<string, string>): Record<string, string> =>
  Object.assign({}, ...CHANNELS.map(of));

/** What importers of kinds with e-mail addresses and phones write besides the main ones: property -> type. */
export const contactPointWrites = {
  emailLabel: "text",
  furtherEmails: "jsonb",
  phoneLabel: "text",
  furtherPhones: "jsonb",
} as const;

/** How rows change the e-mail addresses and phones of records: none is taken away, but for a main one that is replaced. */
export const contactPointResults: NonNullable<ImportTable["results"]> = merged(resultsOf);

/** What new records get of the e-mail addresses and phones of rows. */
export const contactPointDefaults: Readonly<Record<string, string>> = merged(defaultsOf);

/** Labels and further ones follow the rule that a person sets for the main one. */
export const contactPointFollows: Readonly<Record<string, string>> = merged(
  ({ main, further }) => ({ [`${main}_label`]: main, [further]: main }),
);

/** Refuses a row that would leave a record with more than it can have. */
export const contactPointRefusals: readonly Refusal[] = CHANNELS.map((columns) => ({
  field: columns.field,
  code: "too_many",
  when: `v.${columns.further} IS NOT NULL AND c.id IS NOT NULL AND jsonb_array_length(${after(columns)}) > 20`,
  params: { max: "20" },
}));

/** The key of staged rows for the further e-mail addresses that a row has, as the text of an array. */
export const furtherEmailsKey: Readonly<Record<string, Sql>> = {
  further_emails: sql`contact_values(r."values"->'further_emails')::text`,
};

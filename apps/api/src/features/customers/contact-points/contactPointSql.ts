import sql, { raw, type Sql } from "sql-template-tag";
import { type Channel, EMAILS, PHONES } from "./contactPoints.js";

const COLUMNS = {
  furtherEmails: "further_emails",
  furtherPhones: "further_phones",
} as const satisfies Record<Channel["further"], string>;

const further = (alias: string, channel: Channel): Sql =>
  raw(`${alias}."${COLUMNS[channel.further]}"`);

/** The further e-mail addresses of a row as an array, in small letters. */
export const furtherEmails = (alias: string): Sql => sql`contact_values(${further(alias, EMAILS)})`;

/** The further phones of a row as an array, in small letters. */
export const furtherPhones = (alias: string): Sql => sql`contact_values(${further(alias, PHONES)})`;

/** Whether a customer has an e-mail address as a further one; with this condition as it is, an index finds it. */
export const hasFurtherEmail = (alias: string, email: Sql): Sql => sql`(
  ${furtherEmails(alias)} @> ARRAY[lower(${email})] AND ${further(alias, EMAILS)} IS NOT NULL)`;

/** Whether a row has a phone as a further one. */
export const hasFurtherPhone = (alias: string, phone: Sql): Sql => sql`(
  ${furtherPhones(alias)} @> ARRAY[lower(${phone})] AND ${further(alias, PHONES)} IS NOT NULL)`;

/** The id of the customer with an e-mail address: of whom it is the main one before others, then the oldest. */
export const customerIdWithEmail = (email: Sql): Sql => sql`
  SELECT f.id FROM (
    (SELECT c.id, 0 AS rank FROM customers c
      WHERE lower(c.email) = lower(${email}) AND c.email IS NOT NULL AND c.deleted_at IS NULL ORDER BY c.id LIMIT 1)
    UNION ALL
    (SELECT c.id, 1 FROM customers c WHERE ${hasFurtherEmail("c", email)} AND c.deleted_at IS NULL ORDER BY c.id LIMIT 1)
  ) f ORDER BY f.rank LIMIT 1`;

/** Whether a staged row `s` of an import and a record have an e-mail address in common. */
export const hasEmailOfRow = (alias: string): Sql => sql`coalesce(
  lower(${raw(`${alias}."email"`)}) = s.email
  OR ${furtherEmails(alias)} @> ARRAY[s.email]
  OR s.further_emails::text[] && array_append(${furtherEmails(alias)}, lower(${raw(`${alias}."email"`)})), false)`;

/** The further e-mail addresses and phones of a row as cells of a sheet, which `readPoints` reads again. */
export const furtherCells = (alias: string): Sql => sql`
  contact_cells(${further(alias, EMAILS)}) AS "furtherEmails", contact_cells(${further(alias, PHONES)}) AS "furtherPhones"`;

/** Selects `id` and `email` of all further e-mail addresses of customers. */
export const allFurtherEmails: Sql = sql`
  SELECT c.id, unnest(contact_values(c.further_emails)) AS email FROM customers c
  WHERE c.further_emails IS NOT NULL AND c.deleted_at IS NULL`;

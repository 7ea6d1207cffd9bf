import sql from "sql-template-tag";
import type { Context } from "../../../platform/context.js";
import type { Eraser, Erasure } from "../../../platform/records/eraser.js";
import { ADDRESS_PARTS } from "../addresses/address.type.js";

// The country alone does not identify a person.
const ADDRESS_FIELDS = ADDRESS_PARTS.filter((part) => part !== "country");

/** The columns of a customer that hold personal data. They are blanked, except for the legal name, which becomes the number. */
export const PERSONAL_FIELDS = [
  "legalName",
  "tradeName",
  "taxIdCountry",
  "taxIdKind",
  "taxIdValue",
  "secondTaxIdCountry",
  "secondTaxIdKind",
  "secondTaxIdValue",
  "email",
  "emailLabel",
  "furtherEmails",
  "phone",
  "phoneLabel",
  "furtherPhones",
  "website",
  ...ADDRESS_FIELDS,
  "tags",
  "notes",
] as const;

/** Additional personal data in the history of customers. */
export const NAMING_FIELDS = ["mergedInto", "mergedCustomers", "differsFrom"] as const;

async function erase({ db }: Context, erasure: Erasure): Promise<void> {
  const ids = [...erasure.recordIds];
  await db.execute(sql`
    UPDATE customers r SET legal_name = r.number, trade_name = NULL, tax_id_country = NULL, tax_id_kind = NULL,
      tax_id_value = NULL, second_tax_id_country = NULL, second_tax_id_kind = NULL, second_tax_id_value = NULL, email = NULL, email_label = NULL, further_emails = NULL,
      phone = NULL, phone_label = NULL, further_phones = NULL, website = NULL, street = NULL, street_number = NULL,
      complement = NULL, district = NULL, city = NULL, region = NULL, postal_code = NULL, tags = '{}', notes = NULL,
      updated_at = now(), version = r.version + 1
    WHERE r.id = ANY(${ids}::uuid[])`);
  await db.execute(sql`DELETE FROM external_ids WHERE record_id = ANY(${ids}::uuid[])`);
  await db.execute(sql`DELETE FROM addresses WHERE customer_id = ANY(${ids}::uuid[])`);
}

/** Blanks all of a customer but number, status, country, currency, terms and owner, and deletes its addresses. */
export const customerEraser: Eraser = {
  history: () => ({
    Customer: [...PERSONAL_FIELDS, ...NAMING_FIELDS, "externalIds"],
    Address: ADDRESS_FIELDS,
  }),
  erase,
};

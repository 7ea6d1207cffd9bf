import { ADDRESS_KINDS, CUSTOMER_STATUSES } from "@clientela/shared/records/enums";
import { countryName } from "@clientela/shared/values/countries";
import type { MessageKey } from "../../i18n/messageKey.js";
import {
  choice,
  currency,
  email,
  money,
  paragraphs,
  person,
  phone,
  shown,
  text,
} from "../../records/fields/fieldKinds.js";
import type { Field } from "../../records/fields/fields.js";

const country = (label: MessageKey): Field<string | null> => ({
  ...text(label),
  history: (stored, { language }) => countryName(stored, language),
});

const place = {
  street: text("field.street"),
  number: text("field.streetNumber"),
  complement: text("field.complement"),
  district: text("field.district"),
  city: text("field.city"),
  region: text("field.region"),
  postalCode: text("field.postalCode"),
  country: country("field.country"),
};

/** The fields of a customer as the history shows them. */
export const customerHistory = {
  legalName: text("field.legalName"),
  tradeName: text("field.tradeName"),
  "taxId.value": shown("field.taxId"),
  "secondTaxId.value": shown("profile.secondTaxId"),
  status: choice("field.status", CUSTOMER_STATUSES, (t, status) => t(`customers.status.${status}`)),
  email: email("field.email"),
  "emails.label": text("record.mainEmailLabel"),
  emails: text("record.furtherEmails"),
  phone: phone("field.phone"),
  "phones.label": text("record.mainPhoneLabel"),
  phones: text("record.furtherPhones"),
  website: text("field.website"),
  ownerId: person("field.ownerId"),
  tags: text("field.tags"),
  notes: paragraphs("field.notes"),
  currency: currency(),
  paymentTermDays: {
    ...text("field.paymentTermDays"),
    history: (stored, { t }) => t("customers.days", { count: Number(stored) }),
  } satisfies Field<string | null>,
  creditLimit: money("field.creditLimit"),
  "address.street": place.street,
  "address.number": place.number,
  "address.complement": place.complement,
  "address.district": place.district,
  "address.city": place.city,
  "address.region": place.region,
  "address.postalCode": place.postalCode,
  "address.country": place.country,
  externalIds: shown("activity.externalIds"),
  mergedCustomers: shown("activity.customers"),
  mergedInto: shown("activity.customers"),
  differsFrom: shown("activity.customers"),
};

/** The fields of a further address as the history shows them. */
export const addressHistory = {
  kind: choice("field.kind", ADDRESS_KINDS, (t, kind) => t(`customers.address.${kind}`)),
  ...place,
};

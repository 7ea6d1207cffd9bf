import { CUSTOMER_STATUSES } from "@clientela/shared/records/enums";
import { graphql } from "../../gql/gql.js";
import type { UpdateCustomerInput } from "../../gql/graphql.js";
import {
  type EmailValue,
  emailValues,
  type PhoneValue,
  type Point,
  phoneValues,
} from "../../records/contact-points/points.js";
import type { Revert } from "../../records/defineRecord.js";

const query = graphql(`
  query CustomerToRevert($id: ID!) {
    customer(id: $id) {
      id
      version
      emails {
        address
        label
      }
      phones {
        number
        label
      }
      address {
        country
      }
    }
  }
`);

const mutation = graphql(`
  mutation RevertCustomer($input: UpdateCustomerInput!) {
    updateCustomer(input: $input) {
      customer {
        id
        version
      }
    }
  }
`);

type Part = Partial<Omit<UpdateCustomerInput, "id" | "version">>;

/** The customer as it is now, as far as an old value is put back into a part of it. */
interface Now {
  country: string;
  emails: EmailValue[];
  phones: PhoneValue[];
}

const text = (value: unknown) => (typeof value === "string" ? value : null);
const number = (value: unknown) => (typeof value === "number" ? value : null);
const texts = (value: unknown) =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

/** The further e-mail addresses or phones that the history keeps. */
const points = (value: unknown): Point[] =>
  (Array.isArray(value) ? value : []).flatMap((one: unknown) =>
    typeof one === "object" && one !== null && "value" in one && typeof one.value === "string"
      ? [{ value: one.value, label: "label" in one ? text(one.label) : null }]
      : [],
  );

// The history keeps the further ones without the main one, which stays.
const parts: Readonly<Record<string, (old: unknown, now: Now) => Part>> = {
  emails: (old, { emails }) => ({
    emails: [
      ...emails.slice(0, 1),
      ...points(old).map(({ value, label }) => ({ address: value, label })),
    ],
  }),
  "emails.label": (old, { emails: [main, ...rest] }) =>
    main ? { emails: [{ ...main, label: text(old) }, ...rest] } : {},
  phones: (old, { phones }) => ({
    phones: [
      ...phones.slice(0, 1),
      ...points(old).map(({ value, label }) => ({ number: value, label })),
    ],
  }),
  "phones.label": (old, { phones: [main, ...rest] }) =>
    main ? { phones: [{ ...main, label: text(old) }, ...rest] } : {},
  // An address without a country is refused.
  legalName: (old) => ({ legalName: text(old) }),
  tradeName: (old) => ({ tradeName: text(old) }),
  status: (old) => ({ status: CUSTOMER_STATUSES.find((status) => status === old) }),
  email: (old) => ({ email: text(old) }),
  phone: (old) => ({ phone: text(old) }),
  website: (old) => ({ website: text(old) }),
  ownerId: (old) => ({ ownerId: text(old) }),
  parentId: (old) => ({ parentId: text(old) }),
  tags: (old) => ({ tags: texts(old) }),
  notes: (old) => ({ notes: text(old) }),
  currency: (old) => ({ currency: text(old) }),
  paymentTermDays: (old) => ({ paymentTermDays: number(old) }),
  creditLimit: (old) => ({ creditLimit: text(old) }),
  "address.street": (old, { country }) => ({ address: { country, street: text(old) } }),
  "address.number": (old, { country }) => ({ address: { country, number: text(old) } }),
  "address.complement": (old, { country }) => ({ address: { country, complement: text(old) } }),
  "address.district": (old, { country }) => ({ address: { country, district: text(old) } }),
  "address.city": (old, { country }) => ({ address: { country, city: text(old) } }),
  "address.region": (old, { country }) => ({ address: { country, region: text(old) } }),
  "address.postalCode": (old, { country }) => ({ address: { country, postalCode: text(old) } }),
  "address.country": (old, { country }) => ({ address: { country: text(old) ?? country } }),
};

/** Gives a field of a customer an old value again. */
export const revertCustomer: Revert = async ({ client, t }, { id, field, old }) => {
  const { data } = await client.query({ query, variables: { id }, fetchPolicy: "network-only" });
  const now = data?.customer;
  const part = parts[field];
  if (!now) throw new Error(t("ui.gone"));
  if (!part) throw new Error(t("ui.notDone"));
  const { version, emails, phones } = now;
  const country = now.address?.country ?? "ZZ";
  const current = { country, emails: emailValues(emails), phones: phoneValues(phones) };
  const input = { id, version, ...part(old, current) };
  await client.mutate({ mutation, variables: { input } });
};

import { CUSTOMER_STATUSES } from "@clientela/shared/records/enums";
import { graphql } from "../../gql/gql.js";
import type { UpdateCustomerInput } from "../../gql/graphql.js";
import type { Revert } from "../../records/defineRecord.js";

const query = graphql(`
  query CustomerToRevert($id: ID!) {
    customer(id: $id) {
      id
      version
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

const text = (value: unknown) => (typeof value === "string" ? value : null);
const number = (value: unknown) => (typeof value === "number" ? value : null);
const texts = (value: unknown) =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

// An address without a country is refused.
const parts: Readonly<Record<string, (old: unknown, country: string) => Part>> = {
  legalName: (old) => ({ legalName: text(old) }),
  tradeName: (old) => ({ tradeName: text(old) }),
  status: (old) => ({ status: CUSTOMER_STATUSES.find((status) => status === old) }),
  email: (old) => ({ email: text(old) }),
  phone: (old) => ({ phone: text(old) }),
  website: (old) => ({ website: text(old) }),
  ownerId: (old) => ({ ownerId: text(old) }),
  tags: (old) => ({ tags: texts(old) }),
  notes: (old) => ({ notes: text(old) }),
  currency: (old) => ({ currency: text(old) }),
  paymentTermDays: (old) => ({ paymentTermDays: number(old) }),
  "address.street": (old, country) => ({ address: { country, street: text(old) } }),
  "address.number": (old, country) => ({ address: { country, number: text(old) } }),
  "address.complement": (old, country) => ({ address: { country, complement: text(old) } }),
  "address.district": (old, country) => ({ address: { country, district: text(old) } }),
  "address.city": (old, country) => ({ address: { country, city: text(old) } }),
  "address.region": (old, country) => ({ address: { country, region: text(old) } }),
  "address.postalCode": (old, country) => ({ address: { country, postalCode: text(old) } }),
  "address.country": (old, country) => ({ address: { country: text(old) ?? country } }),
};

/** Gives a field of a customer an old value again. */
export const revertCustomer: Revert = async ({ client, t }, { id, field, old }) => {
  const { data } = await client.query({ query, variables: { id }, fetchPolicy: "network-only" });
  const now = data?.customer;
  const part = parts[field];
  if (!now) throw new Error(t("ui.gone"));
  if (!part) throw new Error(t("ui.notDone"));
  const { version } = now;
  const input = { id, version, ...part(old, now.address?.country ?? "ZZ") };
  await client.mutate({ mutation, variables: { input } });
};

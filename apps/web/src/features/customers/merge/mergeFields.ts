import { graphql } from "../../../gql/gql.js";
import type {
  CustomerMergeField,
  MergeableCustomer_CustomerFragment,
} from "../../../gql/graphql.js";
import type { MessageKey } from "../../../i18n/messageKey.js";
import { addressText } from "../addressText.js";

/** What can be chosen of a customer that is merged. */
export const mergeableCustomer = graphql(`
  fragment MergeableCustomer_customer on Customer {
    id
    version
    number
    legalName
    tradeName
    status
    email
    phone
    website
    notes
    currency
    paymentTermDays
    creditLimit {
      amount
      currency
    }
    tags
    taxId {
      formatted
    }
    secondTaxId {
      formatted
    }
    address {
      street
      number
      complement
      district
      city
      region
      postalCode
      country
    }
    owner {
      name
    }
    parent {
      displayName
    }
  }
`);

/** A customer as the merge shows it. */
export type Mergeable = MergeableCustomer_CustomerFragment;

/** How a field is called, by its name in the API. */
export const fieldLabels = {
  LEGAL_NAME: "field.legalName",
  TRADE_NAME: "field.tradeName",
  TAX_ID: "field.taxId",
  STATUS: "field.status",
  EMAIL: "field.email",
  PHONE: "field.phone",
  WEBSITE: "field.website",
  ADDRESS: "field.address",
  OWNER: "field.ownerId",
  NOTES: "field.notes",
  CURRENCY: "field.currency",
  PAYMENT_TERM_DAYS: "field.paymentTermDays",
  CREDIT_LIMIT: "field.creditLimit",
  PARENT: "field.parentId",
} as const satisfies Record<CustomerMergeField, MessageKey>;

/** A field's value as text, "" for none; a status is not translated yet. */
export function fieldValue(customer: Mergeable, field: CustomerMergeField): string {
  const { address } = customer;
  switch (field) {
    case "LEGAL_NAME":
      return customer.legalName;
    case "TRADE_NAME":
      return customer.tradeName ?? "";
    case "TAX_ID":
      return [customer.taxId, customer.secondTaxId]
        .flatMap((one) => one?.formatted ?? [])
        .join(" · ");
    case "STATUS":
      return customer.status;
    case "EMAIL":
      return customer.email ?? "";
    case "PHONE":
      return customer.phone ?? "";
    case "WEBSITE":
      return customer.website ? String(customer.website) : "";
    case "ADDRESS":
      // A country alone is no address: every customer has one.
      return address?.street || address?.city || address?.postalCode ? addressText(address) : "";
    case "OWNER":
      return customer.owner?.name ?? "";
    case "PARENT":
      return customer.parent?.displayName ?? "";
    case "NOTES":
      return customer.notes ?? "";
    case "CURRENCY":
      return customer.currency ?? "";
    case "PAYMENT_TERM_DAYS":
      return customer.paymentTermDays === null ? "" : String(customer.paymentTermDays);
    case "CREDIT_LIMIT": {
      const { creditLimit } = customer;
      return creditLimit ? `${creditLimit.amount} ${creditLimit.currency}` : "";
    }
  }
}

/** Where a field comes from unless the person chooses: the survivor, else the first that has a value. */
export function sourceOf(
  field: CustomerMergeField,
  survivor: Mergeable,
  customers: readonly Mergeable[],
): string {
  const all = [survivor, ...customers];
  return (all.find((customer) => fieldValue(customer, field) !== "") ?? survivor).id;
}

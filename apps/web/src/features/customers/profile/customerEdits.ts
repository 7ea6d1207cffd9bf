import type { ApolloClient } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { formatTaxId } from "@clientela/shared/customers/taxIdForms";
import type { CustomerStatus } from "@clientela/shared/records/enums";
import { forgetLists } from "../../../cache/forgetLists.js";
import { makeFragmentData, readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import type { CustomerEdits_CustomerFragment } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";
import {
  type EmailValue,
  emailPoints,
  emailValues,
  type PhoneValue,
  phonePoints,
  phoneValues,
  pointsText,
} from "../../../records/contact-points/points.js";
import { personName } from "../../../session/usePeople.js";
import { saveVersioned, type Versioned } from "../../../ui/conflict/saveVersioned.js";
import { sayFailure } from "../../../ui/feedback/apiError.js";
import { type AddressValues, addressValuesOf } from "../addresses/addressValues.js";
import { addressText } from "../addressText.js";

/** What can be edited of a customer, with the version it was read at. */
export const editsFragment = graphql(`
  fragment CustomerEdits_customer on Customer {
    id
    version
    legalName
    tradeName
    displayName
    status
    email
    emails {
      address
      label
      isMain
    }
    phone
    phones {
      number
      label
      isMain
    }
    website
    tags
    notes
    currency
    paymentTermDays
    creditLimit {
      amount
      currency
    }
    parent {
      id
      displayName
    }
    ownerId
    owner {
      id
      name
    }
    taxId {
      country
      kind
      value
      formatted
    }
    secondTaxId {
      country
      kind
      value
      formatted
    }
    address {
      kind
      street
      number
      complement
      district
      city
      region
      postalCode
      country
    }
  }
`);

const update = graphql(`
  mutation UpdateCustomer($input: UpdateCustomerInput!) {
    updateCustomer(input: $input) {
      customer {
        ...CustomerEdits_customer
      }
    }
  }
`);

const reload = graphql(`
  query ReloadCustomer($id: ID!) {
    customer(id: $id) {
      ...CustomerEdits_customer
    }
  }
`);

/** The fields of a customer as an edit holds them. */
export interface CustomerValues {
  legalName: string;
  tradeName: string | null;
  status: CustomerStatus;
  email: string | null;
  emails: EmailValue[];
  phone: string | null;
  phones: PhoneValue[];
  website: string | null;
  tags: string[];
  notes: string | null;
  currency: string | null;
  paymentTermDays: number | null;
  /** A decimal in the customer's currency. */
  creditLimit: string | null;
  /** The customer that it belongs to. */
  parentId: string | null;
  ownerId: string | null;
  taxId: { country: string; value: string } | null;
  secondTaxId: { country: string; value: string } | null;
  address: AddressValues | null;
}

/** An editable customer as inline edits take it. */
export type EditableCustomer = CustomerEdits_CustomerFragment;

/** Saves some fields; `preview` is how the customer looks until the response arrives. */
export type EditCustomer = (
  changes: Partial<CustomerValues>,
  preview?: Partial<EditableCustomer>,
) => Promise<void>;

const nameFragment = graphql(`
  fragment CustomerEdits_name on Customer {
    displayName
  }
`);

// Whoever chose it has seen its name.
function customerName({ cache }: ApolloClient, id: string | null): string {
  const known = id && cache.readFragment({ id: `Customer:${id}`, fragment: nameFragment });
  return known ? known.displayName : "";
}

/** Saves changes to a customer on the version that is on screen, and settles conflicts. */
export function useEditCustomer(customer: EditableCustomer): EditCustomer {
  const client = useApolloClient();
  const t = useT();
  const { id } = customer;

  function show(values: CustomerValues, field: keyof CustomerValues): string {
    switch (field) {
      case "status":
        return t(`customers.status.${values.status}`);
      case "ownerId":
        return personName(client, values.ownerId) ?? "";
      case "parentId":
        return customerName(client, values.parentId);
      case "taxId":
      case "secondTaxId": {
        const taxId = values[field];
        return taxId ? formatTaxId(taxId.country, taxId.value) : "";
      }
      case "address":
        return values.address ? addressText(values.address) : "";
      case "emails":
        return pointsText(t, emailPoints(values.emails));
      case "phones":
        return pointsText(t, phonePoints(values.phones));
      case "tags":
        return values.tags.join(", ");
      default:
        return String(values[field] ?? "");
    }
  }

  async function send(
    version: number,
    changes: Partial<CustomerValues>,
    preview?: Partial<EditableCustomer>,
  ) {
    const { address, ...rest } = changes;
    await client.mutate({
      mutation: update,
      variables: { input: { id, version, ...rest, ...(address ? { address } : {}) } },
      optimisticResponse: preview && {
        updateCustomer: {
          __typename: "CustomerPayload",
          customer: {
            __typename: "Customer",
            ...makeFragmentData({ ...customer, ...preview }, editsFragment),
          },
        },
      },
    });
    forgetLists(client.cache, id);
  }

  async function read() {
    const { data } = await client.query({
      query: reload,
      variables: { id },
      fetchPolicy: "network-only",
    });
    if (!data?.customer) throw new Error(t("profile.gone"));
    return versionedOf(readFragment(editsFragment, data.customer));
  }

  return async (changes, preview) => {
    try {
      await saveVersioned<CustomerValues>({
        base: versionedOf(customer),
        changes,
        send: (version, kept) => send(version, kept, preview),
        reload: read,
        labelOf: (field) => {
          if (field === "emails" || field === "phones") return t(`record.${field}`);
          return field === "secondTaxId" ? t("profile.secondTaxId") : t(`field.${field}`);
        },
        show,
      });
    } catch (failure) {
      // An inline edit shows the message of the error it catches; the is the most precise.
      throw new Error(sayFailure(failure) ?? t("ui.notSaved"), { cause: failure });
    }
  };
}

function versionedOf(customer: EditableCustomer): Versioned<CustomerValues> {
  const { taxId, secondTaxId, address } = customer;
  return {
    version: customer.version,
    values: {
      legalName: customer.legalName,
      tradeName: customer.tradeName ?? null,
      status: customer.status,
      email: customer.email ?? null,
      emails: emailValues(customer.emails),
      phone: customer.phone ?? null,
      phones: phoneValues(customer.phones),
      website: customer.website ?? null,
      tags: customer.tags,
      notes: customer.notes ?? null,
      currency: customer.currency ?? null,
      paymentTermDays: customer.paymentTermDays ?? null,
      creditLimit: customer.creditLimit?.amount ?? null,
      parentId: customer.parent?.id ?? null,
      ownerId: customer.ownerId ?? null,
      taxId: taxId ? { country: taxId.country, value: taxId.value } : null,
      secondTaxId: secondTaxId ? { country: secondTaxId.country, value: secondTaxId.value } : null,
      address: address?.country ? addressValuesOf(address, address.country) : null,
    },
  };
}

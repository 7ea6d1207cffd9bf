import { useApolloClient } from "@apollo/client/react";
import type { AddressKind } from "@clientela/shared/records/enums";
import { forgetLists } from "../../../cache/forgetLists.js";
import { graphql } from "../../../gql/gql.js";
import type { CustomerAddresses_CustomerFragment } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";
import { saveVersioned, type Versioned } from "../../../ui/conflict/saveVersioned.js";
import { useTrash } from "../../../ui/toasts/useAttempt.js";
import { addressText } from "../addressText.js";
import { type AddressValues, addressValuesOf } from "./addressValues.js";

/** All addresses of a customer; a write returns the whole list, which is short. */
export const addressesFragment = graphql(`
  fragment CustomerAddresses_customer on Customer {
    id
    addresses(first: 500) {
      ... on Address {
        id
        version
      }
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

const create = graphql(`
  mutation CreateAddress($input: CreateAddressInput!) {
    createAddress(input: $input) {
      customer {
        ...CustomerAddresses_customer
      }
    }
  }
`);

const update = graphql(`
  mutation UpdateAddress($input: UpdateAddressInput!) {
    updateAddress(input: $input) {
      customer {
        ...CustomerAddresses_customer
      }
    }
  }
`);

const reload = graphql(`
  query ReloadAddress($id: ID!) {
    node(id: $id) {
      ... on Address {
        id
        version
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
  }
`);

const remove = graphql(`
  mutation DeleteAddress($input: DeleteInput!) {
    deleteAddress(input: $input) {
      customer {
        ...CustomerAddresses_customer
      }
    }
  }
`);

/** Takes an address out of the trash. */
export const restoreAddress = graphql(`
  mutation RestoreAddress($input: RestoreInput!) {
    restoreAddress(input: $input) {
      customer {
        ...CustomerAddresses_customer
      }
    }
  }
`);

/** A billing or delivery address of a customer. */
type FurtherAddress = Extract<
  CustomerAddresses_CustomerFragment["addresses"][number],
  { __typename: "Address" }
>;

interface Edited {
  address: AddressValues;
}

const editedOf = ({
  version,
  country,
  ...parts
}: Omit<FurtherAddress, "__typename">): Versioned<Edited> => ({
  version,
  values: { address: addressValuesOf(parts, country ?? "") },
});

/** What an address next to the main one is for. */
export type OtherAddressKind = Exclude<AddressKind, "MAIN">;

/** The writes of a customer's further addresses. */
export function useAddressEdits(customerId: string) {
  const client = useApolloClient();
  const trash = useTrash();
  const t = useT();
  const changed = () => forgetLists(client.cache, customerId);
  return {
    create: async (kind: OtherAddressKind, values: AddressValues) => {
      await client.mutate({
        mutation: create,
        variables: { input: { customerId, kind, ...values } },
      });
      changed();
    },
    /** Saves an address as a whole: where somebody else changed it meanwhile, the person chooses one of the two. */
    update: async (address: FurtherAddress, values: AddressValues) => {
      const { id } = address;
      await saveVersioned<Edited>({
        base: editedOf(address),
        changes: { address: values },
        send: (version, kept) =>
          client.mutate({
            mutation: update,
            variables: { input: { id, version, ...kept.address } },
          }),
        reload: async () => {
          const { data } = await client.query({
            query: reload,
            variables: { id },
            fetchPolicy: "network-only",
          });
          if (data?.node?.__typename !== "Address") throw new Error(t("ui.gone"));
          return editedOf(data.node);
        },
        labelOf: () => t(`customers.address.${address.kind}`),
        show: (now) => addressText(now.address),
      });
      changed();
    },
    remove: async ({ id, kind }: FurtherAddress) => {
      await trash({
        name: t(`customers.address.${kind}`),
        remove: async () => {
          await client.mutate({ mutation: remove, variables: { input: { id } } });
          changed();
        },
        restore: async () => {
          await client.mutate({ mutation: restoreAddress, variables: { input: { id } } });
          changed();
        },
      });
    },
  };
}

import { useApolloClient } from "@apollo/client/react";
import { forgetLists } from "../../cache/forgetLists.js";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { ContactFieldsFragment } from "../../gql/graphql.js";
import { useT } from "../../i18n/useT.js";
import { changesOf, saveVersioned, type Versioned } from "../../ui/conflict/saveVersioned.js";
import { useTrash } from "../../ui/toasts/useAttempt.js";

/** A person at a customer, with what a form edits. */
export const contactFragment = graphql(`
  fragment ContactFields on Contact {
    id
    version
    name
    jobTitle
    email
    phone
    isPrimary
    notes
  }
`);

/** The people of a customer; a write answers the whole list, which is short. */
export const peopleFragment = graphql(`
  fragment CustomerPeople_customer on Customer {
    id
    contacts(first: 500) {
      id
      ...ContactFields
    }
  }
`);

const createContact = graphql(`
  mutation CreateContact($input: CreateContactInput!) {
    createContact(input: $input) {
      contact {
        id
        customer {
          ...CustomerPeople_customer
        }
      }
    }
  }
`);

const updateContact = graphql(`
  mutation UpdateContact($input: UpdateContactInput!) {
    updateContact(input: $input) {
      contact {
        ...ContactFields
        customer {
          ...CustomerPeople_customer
        }
      }
    }
  }
`);

const deleteContact = graphql(`
  mutation DeleteContact($input: DeleteInput!) {
    deleteContact(input: $input) {
      contact {
        id
        customer {
          ...CustomerPeople_customer
        }
      }
    }
  }
`);

const restoreContact = graphql(`
  mutation RestoreContact($input: RestoreInput!) {
    restoreContact(input: $input) {
      contact {
        id
        customer {
          ...CustomerPeople_customer
        }
      }
    }
  }
`);

const reloadContact = graphql(`
  query ReloadContact($id: ID!) {
    node(id: $id) {
      id
      ...ContactFields
    }
  }
`);

/** A person as forms and lists take them. */
export type Contact = ContactFieldsFragment;

/** A person's fields as the form holds them; empty ones are null. */
export interface ContactValues {
  name: string;
  jobTitle: string | null;
  email: string | null;
  phone: string | null;
  notes: string | null;
  isPrimary: boolean;
}

/** A person's fields and version. */
export function versionedContact(contact: Contact): Versioned<ContactValues> {
  const { version, name, jobTitle, email, phone, notes, isPrimary } = contact;
  return { version, values: { name, jobTitle, email, phone, notes, isPrimary } };
}

/** Makes a person, or saves what changed of one and settles conflicts. */
export function useSaveContact(
  customerId: string,
  contact: Contact | undefined,
): (values: ContactValues) => Promise<void> {
  const client = useApolloClient();
  const t = useT();

  return async (values) => {
    if (contact) {
      const base = versionedContact(contact);
      await saveVersioned<ContactValues>({
        base,
        changes: changesOf(base.values, values),
        send: (version, changes) =>
          client.mutate({
            mutation: updateContact,
            variables: { input: { id: contact.id, version, ...changes } },
          }),
        reload: async () => {
          const { data } = await client.query({
            query: reloadContact,
            variables: { id: contact.id },
            fetchPolicy: "network-only",
          });
          if (data?.node?.__typename !== "Contact") throw new Error(t("ui.gone"));
          return versionedContact(readFragment(contactFragment, data.node));
        },
        labelOf: (field) => t(`field.${field}`),
        show: (now, field) => String(now[field] ?? ""),
      });
    } else {
      await client.mutate({
        mutation: createContact,
        variables: { input: { customerId, ...values } },
      });
    }
    forgetLists(client.cache, customerId);
  };
}

/** Deletes a person, with a toast that takes it back. */
export function useDeleteContact(customerId: string): (contact: Contact) => Promise<void> {
  const client = useApolloClient();
  const trash = useTrash();
  return ({ id, name }) =>
    trash({
      name,
      remove: async () => {
        await client.mutate({ mutation: deleteContact, variables: { input: { id } } });
        forgetLists(client.cache, customerId);
      },
      restore: async () => {
        await client.mutate({ mutation: restoreContact, variables: { input: { id } } });
        forgetLists(client.cache, customerId);
      },
    });
}

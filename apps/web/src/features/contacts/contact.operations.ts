import { contactFields as rules } from "@clientela/shared/contacts/contactFields";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { ContactFieldsFragment } from "../../gql/graphql.js";
import { defineOperations } from "../../records/defineOperations.js";
import { contactFields } from "./contact.fields.js";

/** A person at a customer, with what a form edits. */
export const contactFragment = graphql(`
  fragment ContactFields on Contact {
    id
    version
    name
    jobTitle
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
    isPrimary
    notes
  }
`);

/** The contacts of a customer; a write returns the whole list, which is short. */
export const peopleFragment = graphql(`
  fragment CustomerPeople_customer on Customer {
    id
    contacts(first: 500) {
      id
      ...ContactFields
    }
  }
`);

const create = graphql(`
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

/** Changes a person; returns all people of the customer. */
export const updateContact = graphql(`
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

const remove = graphql(`
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

const restore = graphql(`
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

const load = graphql(`
  query Contact($id: ID!) {
    node(id: $id) {
      id
      ...ContactFields
    }
  }
`);

/** A person as forms and lists take them. */
export type Contact = ContactFieldsFragment;

/** A person's fields as a form saves them. */
export interface ContactValues {
  name: string;
  jobTitle: string | null;
  email: string | null;
  phone: string | null;
  notes: string | null;
  isPrimary: boolean;
}

/** How the people at a customer are read and written. */
export const contactOperations = defineOperations({
  write: "contacts:write",
  fields: contactFields,
  rules,
  values: (contact: Contact): ContactValues => ({
    name: contact.name,
    jobTitle: contact.jobTitle ?? null,
    email: contact.email ?? null,
    phone: contact.phone ?? null,
    notes: contact.notes ?? null,
    isPrimary: contact.isPrimary,
  }),
  name: ({ name }: Contact) => name,
  load,
  loaded: ({ node }) =>
    node?.__typename === "Contact" ? readFragment(contactFragment, node) : null,
  create,
  createInput: (values, customerId) => ({ customerId, ...values }),
  update: updateContact,
  remove,
  restore,
  // A write returns the customer's people, all of them.
  lists: [],
});

import { useApolloClient } from "@apollo/client/react";
import type { UpdateContactInput } from "../../gql/graphql.js";
import { useT } from "../../i18n/useT.js";
import { ContactPointList } from "../../records/contact-points/ContactPointList.js";
import {
  emailPoints,
  emailValues,
  phonePoints,
  phoneValues,
} from "../../records/contact-points/points.js";
import { sayFailure } from "../../ui/feedback/apiError.js";
import { type Contact, contactOperations, updateContact } from "./contact.operations.js";

/** All e-mail addresses and phones of a person, edited in their place. */
export function PersonPoints({ person }: { person: Contact }) {
  const t = useT();
  const client = useApolloClient();
  const { id, version } = person;

  async function save(changes: Pick<UpdateContactInput, "emails" | "phones">) {
    try {
      await client.mutate({
        mutation: updateContact,
        variables: { input: { id, version, ...changes } },
      });
    } catch (failure) {
      // Somebody may have changed it meanwhile: what is there now is shown, and the next try is made on it.
      await client.query({
        query: contactOperations.load,
        variables: { id },
        fetchPolicy: "network-only",
      });
      throw new Error(sayFailure(failure) ?? t("ui.notSaved"), { cause: failure });
    }
  }

  return (
    <>
      <ContactPointList
        kind="email"
        points={emailPoints(emailValues(person.emails))}
        readOnly={false}
        onSave={(next) =>
          save({ emails: next.map(({ value, label }) => ({ address: value, label })) })
        }
      />
      <ContactPointList
        kind="phone"
        points={phonePoints(phoneValues(person.phones))}
        readOnly={false}
        onSave={(next) =>
          save({ phones: next.map(({ value, label }) => ({ number: value, label })) })
        }
      />
    </>
  );
}

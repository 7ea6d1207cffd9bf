import { useApolloClient } from "@apollo/client/react";
import { useT } from "../../i18n/useT.js";
import { ContactPointList } from "../../records/contact-points/ContactPointList.js";
import {
  type EmailValue,
  emailPoints,
  emailValues,
  type PhoneValue,
  phonePoints,
  phoneValues,
  pointsText,
} from "../../records/contact-points/points.js";
import { loadRecord } from "../../records/revert.js";
import { saveVersioned, type Versioned } from "../../ui/conflict/saveVersioned.js";
import { sayFailure } from "../../ui/feedback/apiError.js";
import { type Contact, contactOperations, updateContact } from "./contact.operations.js";

interface PointValues {
  emails: EmailValue[];
  phones: PhoneValue[];
}

const versionedOf = ({ version, emails, phones }: Contact): Versioned<PointValues> => ({
  version,
  values: { emails: emailValues(emails), phones: phoneValues(phones) },
});

/** All e-mail addresses and phones of a person, edited in their place. */
export function PersonPoints({ person }: { person: Contact }) {
  const t = useT();
  const client = useApolloClient();
  const { id } = person;

  async function save(changes: Partial<PointValues>) {
    try {
      await saveVersioned<PointValues>({
        base: versionedOf(person),
        changes,
        send: (version, kept) =>
          client.mutate({
            mutation: updateContact,
            variables: { input: { id, version, ...kept } },
          }),
        reload: async () => versionedOf(await loadRecord({ client, t }, contactOperations, id)),
        labelOf: (field) => t(`record.${field}`),
        show: ({ emails, phones }, field) =>
          pointsText(t, field === "emails" ? emailPoints(emails) : phonePoints(phones)),
      });
    } catch (failure) {
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

import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { choicesOf } from "../../records/choices/choicesOf.js";
import { RecordDrawers } from "../../records/RecordDrawers.js";
import { RecordForm } from "../../records/RecordForm.js";
import { FieldPair } from "../../ui/forms/FormDrawer.js";
import { type ConversationValues, conversationOperations } from "./conversation.operations.js";
import { EmailSource } from "./EmailSource.js";

const contactsQuery = graphql(`
  query ConversationContacts($id: ID!) {
    customer(id: $id) {
      id
      contacts {
        id
        name
        email
        emails {
          address
        }
      }
    }
  }
`);

/** The drawer for a conversation that the URL names: `conversation=<id>` or `conversation=new`. */
export function ConversationDrawers({ customerId }: { customerId: string }) {
  const t = useT();
  const { data } = useQuery(contactsQuery, { variables: { id: customerId } });
  const contacts = data?.customer?.contacts ?? [];
  const choices = choicesOf(
    contacts.map(({ id, name, email }) => ({ id, name, details: [email ?? ""] })),
  );
  // What an e-mail that was dropped says: the form begins with it anew.
  const [email, setEmail] = useState<{ key: number; values: Partial<ConversationValues> }>();
  return (
    <RecordDrawers
      operations={conversationOperations}
      params={{ edit: "conversation" }}
      form={({ record, onClose }) => (
        <RecordForm
          key={email?.key}
          operations={conversationOperations}
          customerId={customerId}
          record={record}
          preset={email ? `email ${email.key}` : null}
          defaults={{ kind: "CALL", ...email?.values }}
          title={record ? t("conversations.edit") : t("conversations.add")}
          onClose={onClose}
          deletes
        >
          {({ field }) => (
            <>
              {!record && (
                <EmailSource
                  contacts={contacts}
                  onRead={(values) => setEmail((last) => ({ key: (last?.key ?? 0) + 1, values }))}
                />
              )}
              <FieldPair>
                {field("kind")}
                {field("occurredAt")}
              </FieldPair>
              {field("contactIds", { choices })}
              {field("subject")}
              {field("text", { autoFocus: true })}
              {field("outcome")}
            </>
          )}
        </RecordForm>
      )}
    />
  );
}

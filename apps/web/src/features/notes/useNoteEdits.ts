import { useApolloClient } from "@apollo/client/react";
import { forgetLists } from "../../cache/forgetLists.js";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { useAttempt, useTrash } from "../../ui/toasts/useAttempt.js";
import { restoreNote } from "./note.operations.js";

const updateNote = graphql(`
  mutation UpdateNote($input: UpdateNoteInput!) {
    updateNote(input: $input) {
      note {
        ...NoteEntry
      }
    }
  }
`);

const pinNote = graphql(`
  mutation PinNote($input: PinNoteInput!) {
    pinNote(input: $input) {
      note {
        ...NoteEntry
      }
    }
  }
`);

const deleteNote = graphql(`
  mutation DeleteNote($input: DeleteInput!) {
    deleteNote(input: $input) {
      note {
        id
      }
    }
  }
`);

/** The writes of a customer's notes. */
export function useNoteEdits(customerId: string) {
  const client = useApolloClient();
  const t = useT();
  const attempt = useAttempt();
  const trash = useTrash();
  const changed = () => forgetLists(client.cache, customerId, ["noteEntries", "activity"]);
  return {
    update: async (input: { id: string; version: number; text: string; mentionIds: string[] }) => {
      await client.mutate({ mutation: updateNote, variables: { input } });
      changed();
    },
    pin: (id: string, pinned: boolean) =>
      attempt(async () => {
        await client.mutate({ mutation: pinNote, variables: { input: { id, pinned } } });
        changed();
      }),
    remove: (id: string) =>
      trash({
        name: t("trash.type.Note"),
        remove: async () => {
          await client.mutate({ mutation: deleteNote, variables: { input: { id } } });
          changed();
        },
        restore: async () => {
          await client.mutate({ mutation: restoreNote, variables: { input: { id } } });
          changed();
        },
      }),
  };
}

import { useApolloClient } from "@apollo/client/react";
import { useMemo } from "react";
import { forgetLists } from "../../cache/forgetLists.js";
import { graphql } from "../../gql/gql.js";
import type { FileFieldsFragment } from "../../gql/graphql.js";
import type { Restorable } from "../../records/DeletedRecord.js";
import { useTrash } from "../../ui/toasts/useAttempt.js";

/** A file with what its row shows. */
export const fileFragment = graphql(`
  fragment FileFields on File {
    id
    version
    name
    mediaType
    size
    url
    previewUrl
    createdAt
    uploadedBy {
      id
      name
    }
  }
`);

const renameFile = graphql(`
  mutation RenameFile($input: RenameFileInput!) {
    renameFile(input: $input) {
      file {
        ...FileFields
      }
    }
  }
`);

const deleteFile = graphql(`
  mutation DeleteFile($input: DeleteInput!) {
    deleteFile(input: $input) {
      file {
        id
      }
    }
  }
`);

const restoreFile = graphql(`
  mutation RestoreFile($input: RestoreInput!) {
    restoreFile(input: $input) {
      file {
        id
      }
    }
  }
`);

/** How a deleted file comes back. */
export const fileTrash: Restorable = { write: "files:write", restore: restoreFile };

/** A file as rows and dialogs take it. */
export type CustomerFile = FileFieldsFragment;

/** The writes of a customer's files but for the upload. */
export function useFileEdits(customerId: string) {
  const client = useApolloClient();
  const trash = useTrash();
  return useMemo(() => {
    const changed = () => forgetLists(client.cache, customerId, ["files"]);
    return {
      rename: async ({ id, version }: CustomerFile, name: string) => {
        await client.mutate({ mutation: renameFile, variables: { input: { id, version, name } } });
        changed();
      },
      remove: ({ id, name }: CustomerFile) =>
        trash({
          name,
          remove: async () => {
            await client.mutate({ mutation: deleteFile, variables: { input: { id } } });
            changed();
          },
          restore: async () => {
            await client.mutate({ mutation: restoreFile, variables: { input: { id } } });
            changed();
          },
        }),
    };
  }, [client, trash, customerId]);
}

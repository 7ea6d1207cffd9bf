import { useApolloClient } from "@apollo/client/react";
import { graphql } from "../../../gql/gql.js";

const endSession = graphql(`
  mutation EndSessionOfPerson($id: ID!) {
    endSession(input: { id: $id }) {
      session {
        id
      }
    }
  }
`);

const endSessions = graphql(`
  mutation EndSessions($userId: ID!) {
    endSessions(input: { userId: $userId }) {
      ended
    }
  }
`);

const revokeApiKeys = graphql(`
  mutation RevokeApiKeys($userId: ID!) {
    revokeApiKeys(input: { userId: $userId }) {
      keys {
        id
        revokedAt
      }
    }
  }
`);

/** Ends the sessions and keys of a person; what the drawer shows of them is read again after each. */
export function usePersonAccessEdits() {
  const client = useApolloClient();
  const again = { refetchQueries: ["PersonAccess"], awaitRefetchQueries: true };
  return {
    endSession: (id: string) =>
      client.mutate({ mutation: endSession, variables: { id }, ...again }),
    /** Returns how many they were. */
    async endSessions(userId: string): Promise<number> {
      const { data } = await client.mutate({
        mutation: endSessions,
        variables: { userId },
        ...again,
      });
      return data?.endSessions.ended ?? 0;
    },
    /** Returns how many they were. */
    async revokeKeys(userId: string): Promise<number> {
      const { data } = await client.mutate({
        mutation: revokeApiKeys,
        variables: { userId },
        ...again,
      });
      return data?.revokeApiKeys.keys.length ?? 0;
    },
  };
}

import { useApolloClient } from "@apollo/client/react";
import { graphql } from "../../../gql/gql.js";

const changePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      changed
    }
  }
`);

const endSession = graphql(`
  mutation EndSession($id: ID!) {
    endSession(input: { id: $id }) {
      session {
        id
      }
    }
  }
`);

const endOtherSessions = graphql(`
  mutation EndOtherSessions {
    endOtherSessions {
      ended
    }
  }
`);

/** What a person changes of their own account; the list of sessions is read again after each. */
export function useAccountEdits() {
  const client = useApolloClient();
  const refetchQueries = ["Sessions"];
  return {
    changePassword: (input: { currentPassword: string; newPassword: string }) =>
      client.mutate({ mutation: changePassword, variables: { input }, refetchQueries }),
    endSession: (id: string) =>
      client.mutate({
        mutation: endSession,
        variables: { id },
        refetchQueries,
        awaitRefetchQueries: true,
      }),
    endOtherSessions: async () => {
      const { data } = await client.mutate({
        mutation: endOtherSessions,
        refetchQueries,
        awaitRefetchQueries: true,
      });
      return data?.endOtherSessions.ended ?? 0;
    },
  };
}

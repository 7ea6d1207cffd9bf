import { useApolloClient } from "@apollo/client/react";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";

const startTwoFactor = graphql(`
  mutation StartTwoFactor($input: CurrentPasswordInput!) {
    startTwoFactor(input: $input) {
      secret
      uri
    }
  }
`);

const confirmTwoFactor = graphql(`
  mutation ConfirmTwoFactor($input: ConfirmTwoFactorInput!) {
    confirmTwoFactor(input: $input) {
      backupCodes
    }
  }
`);

const renewBackupCodes = graphql(`
  mutation RenewBackupCodes($input: TwoFactorProofInput!) {
    renewBackupCodes(input: $input) {
      backupCodes
    }
  }
`);

const disableTwoFactor = graphql(`
  mutation DisableTwoFactor($input: TwoFactorProofInput!) {
    disableTwoFactor(input: $input) {
      disabled
    }
  }
`);

/** What an authenticator app is set up with. */
export interface TwoFactorSetup {
  secret: string;
  uri: string;
}

/** Switches the second step of signing in on and off; secrets never enter the cache. */
export function useTwoFactorEdits() {
  const client = useApolloClient();
  const t = useT();
  const refetchQueries = ["SigningIn", "Sessions"];
  const fetchPolicy = "no-cache";
  return {
    async start(password: string): Promise<TwoFactorSetup> {
      const { data } = await client.mutate({
        mutation: startTwoFactor,
        variables: { input: { password } },
        fetchPolicy,
      });
      if (!data) throw new Error(t("ui.notDone"));
      return data.startTwoFactor;
    },
    async confirm(code: string): Promise<readonly string[]> {
      const { data } = await client.mutate({
        mutation: confirmTwoFactor,
        variables: { input: { code } },
        refetchQueries,
        fetchPolicy,
      });
      if (!data) throw new Error(t("ui.notDone"));
      return data.confirmTwoFactor.backupCodes;
    },
    async renew(password: string, code: string): Promise<readonly string[]> {
      const { data } = await client.mutate({
        mutation: renewBackupCodes,
        variables: { input: { password, code } },
        refetchQueries,
        fetchPolicy,
      });
      if (!data) throw new Error(t("ui.notDone"));
      return data.renewBackupCodes.backupCodes;
    },
    disable: (password: string, code: string) =>
      client.mutate({
        mutation: disableTwoFactor,
        variables: { input: { password, code } },
        refetchQueries,
        awaitRefetchQueries: true,
      }),
  };
}

import { useApolloClient } from "@apollo/client/react";
import { forgetLists } from "../../../cache/forgetLists.js";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";

const archiveCustomer = graphql(`
  mutation ArchiveCustomer($ids: [ID!]!) {
    archiveCustomers(input: { ids: $ids }) {
      customers {
        id
        version
        status
      }
    }
  }
`);

const restoreCustomer = graphql(`
  mutation RestoreCustomer($ids: [ID!]!) {
    restoreCustomers(input: { ids: $ids }) {
      customers {
        id
        version
        status
      }
    }
  }
`);

const deleteCustomer = graphql(`
  mutation DeleteCustomer($ids: [ID!]!) {
    deleteCustomers(input: { ids: $ids }) {
      customers {
        id
      }
    }
  }
`);

/** Archives, restores and deletes a customer, each with a toast that can undo it. */
export function useLifecycle({ id, name }: { id: string; name: string }) {
  const client = useApolloClient();
  const t = useT();
  const attempt = useAttempt();
  const ids = [id];

  const run = (mutation: typeof archiveCustomer | typeof restoreCustomer) => async () => {
    await client.mutate({ mutation, variables: { ids } });
    forgetLists(client.cache, id);
  };
  const restored = run(restoreCustomer);

  return {
    archive: async () => {
      if (!(await attempt(run(archiveCustomer)))) return;
      showToast({ message: t("profile.archived", { name }), onUndo: () => attempt(restored) });
    },
    /** True where it is back. */
    restore: async () => {
      const back = await attempt(restored);
      if (back) {
        showToast({
          message: t("profile.restored", { name }),
          onUndo: () => attempt(run(archiveCustomer)),
        });
      }
      return back;
    },
    /** True where it is gone. */
    remove: async () => {
      const gone = await attempt(() =>
        client.mutate({ mutation: deleteCustomer, variables: { ids } }),
      );
      if (gone) {
        showToast({
          message: t("ui.deleted", { name }),
          onUndo: () => attempt(restored),
        });
      }
      return gone;
    },
  };
}

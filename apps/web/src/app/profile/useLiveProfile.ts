import { useApolloClient, useSubscription } from "@apollo/client/react";
import { useDebouncedCallback } from "@mantine/hooks";
import { lastWriteOf } from "../../cache/forgetLists.js";
import { graphql } from "../../gql/gql.js";

const subscription = graphql(`
  subscription LiveProfile($id: ID!) {
    customerChanged(id: $id) {
      event
      recordId
    }
  }
`);

// Several writes in a row are one look.
const SETTLE_MS = 400;
const OWN_WRITE_MS = 1000;

/** Keeps what the profile shows up to date while others work on the same customer. */
export function useLiveProfile(customerId: string): void {
  const client = useApolloClient();
  const look = useDebouncedCallback(() => {
    // What this browser wrote itself was read again already.
    if (Date.now() - lastWriteOf(customerId) < OWN_WRITE_MS) return;
    client.refetchQueries({ include: "active" });
  }, SETTLE_MS);
  useSubscription(subscription, {
    variables: { id: customerId },
    // The data of the subscription itself is not shown.
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (data && data.customerChanged.event !== "started") look();
    },
  });
}

import { useApolloClient, useQuery } from "@apollo/client/react";
import { useEffect, useRef } from "react";
import { graphql } from "../../../gql/gql.js";

const query = graphql(`
  query ComparingCustomers {
    duplicateScanRunning
  }
`);

const everyMs = 2000;

/** Whether customers are still being compared; once they are, the pairs are read again. */
export function useComparing(): boolean {
  const client = useApolloClient();
  const { data, startPolling, stopPolling } = useQuery(query, { fetchPolicy: "network-only" });
  const comparing = data?.duplicateScanRunning ?? false;
  const compared = useRef(true);
  useEffect(() => {
    if (comparing) startPolling(everyMs);
    else if (!compared.current) client.cache.evict({ fieldName: "duplicateCandidates" });
    compared.current = !comparing;
    return stopPolling;
  }, [client, comparing, startPolling, stopPolling]);
  return comparing;
}

import { useApolloClient } from "@apollo/client/react";
import { graphql } from "../../../gql/gql.js";

const retryJob = graphql(`
  mutation RetryJob($jobId: ID!) {
    retryJob(input: { jobId: $jobId }) {
      operations {
        version
      }
    }
  }
`);

const discardJob = graphql(`
  mutation DiscardJob($jobId: ID!) {
    discardJob(input: { jobId: $jobId }) {
      operations {
        version
      }
    }
  }
`);

// The page is read again before either is done.
const thenReread = { refetchQueries: ["Operations"], awaitRefetchQueries: true };

/** Retries and discards failed jobs. */
export function useJobEdits() {
  const client = useApolloClient();
  return {
    retry: (jobId: string) =>
      client.mutate({ mutation: retryJob, variables: { jobId }, ...thenReread }),
    discard: (jobId: string) =>
      client.mutate({ mutation: discardJob, variables: { jobId }, ...thenReread }),
  };
}

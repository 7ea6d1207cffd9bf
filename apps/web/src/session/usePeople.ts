import type { ApolloClient } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { graphql } from "../gql/gql.js";

const query = graphql(`
  query People {
    users {
      id
      name
      email
    }
  }
`);

/** A colleague: `details` tell namesakes apart. */
export interface Person {
  id: string;
  name: string;
  details: readonly string[];
}

/** The colleagues who can own a customer or be given a task, by name; fetched once. */
export function usePeople({ skip = false } = {}): readonly Person[] {
  const { data } = useQuery(query, { skip, fetchPolicy: "cache-first" });
  const users = data?.users;
  // One list, so that who depends on it sees no change where there is none.
  return useMemo(
    () => (users ?? []).map(({ id, name, email }) => ({ id, name, details: [email] })),
    [users],
  );
}

/** A colleague's name, where the colleagues were fetched already. */
export function personName(client: ApolloClient, id: string | null): string | undefined {
  return client.readQuery({ query })?.users.find((person) => person.id === id)?.name;
}

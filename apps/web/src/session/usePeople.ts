import type { ApolloClient } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { graphql } from "../gql/gql.js";

const query = graphql(`
  query People {
    users {
      id
      name
    }
  }
`);

// One list, so that who depends on it sees no change where there is none.
const noOne: readonly { id: string; name: string }[] = [];

/** The colleagues who can own a customer or be given a task, by name; asked for once. */
export function usePeople({ skip = false } = {}): readonly { id: string; name: string }[] {
  const { data } = useQuery(query, { skip, fetchPolicy: "cache-first" });
  return data?.users ?? noOne;
}

/** A colleague's name, where the colleagues were asked for already. */
export function personName(client: ApolloClient, id: string | null): string | undefined {
  return client.readQuery({ query })?.users.find((person) => person.id === id)?.name;
}

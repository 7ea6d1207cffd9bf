import { useApolloClient, useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { readFragment } from "../../../../gql/fragment-masking.js";
import { graphql } from "../../../../gql/gql.js";
import type { TeamFieldsFragment } from "../../../../gql/graphql.js";

const teamFragment = graphql(`
  fragment TeamFields on Team {
    id
    version
    name
    members {
      id
      name
    }
  }
`);

const query = graphql(`
  query Teams {
    teams {
      id
      ...TeamFields
    }
    users {
      id
      name
    }
  }
`);

const createTeam = graphql(`
  mutation CreateTeam($input: CreateTeamInput!) {
    createTeam(input: $input) {
      team {
        ...TeamFields
      }
    }
  }
`);

const updateTeam = graphql(`
  mutation UpdateTeam($input: UpdateTeamInput!) {
    updateTeam(input: $input) {
      team {
        ...TeamFields
      }
    }
  }
`);

const deleteTeam = graphql(`
  mutation DeleteTeam($id: ID!) {
    deleteTeam(input: { id: $id }) {
      team {
        id
      }
    }
  }
`);

/** A team with its people, read. */
export type Team = TeamFieldsFragment;

/** All teams, and the people who can be in them; empty until they are here. */
export function useTeams() {
  const { data, error, refetch } = useQuery(query);
  const teams = useMemo(() => readFragment(teamFragment, data?.teams ?? []), [data]);
  return { teams, users: data?.users ?? [], isLoaded: data !== undefined, error, refetch };
}

/** The writes of teams. */
export function useTeamEdits() {
  const client = useApolloClient();
  const again = { refetchQueries: ["Teams"], awaitRefetchQueries: true };
  return {
    create: (input: { name: string; memberIds: string[] }) =>
      client.mutate({ mutation: createTeam, variables: { input }, ...again }),
    update: ({ id, version }: Team, values: { name: string; memberIds: string[] }) =>
      client.mutate({
        mutation: updateTeam,
        variables: { input: { id, version, ...values } },
        ...again,
      }),
    remove: ({ id }: Team) => client.mutate({ mutation: deleteTeam, variables: { id }, ...again }),
  };
}

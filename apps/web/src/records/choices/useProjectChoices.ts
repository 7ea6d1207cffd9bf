import { skipToken, useQuery } from "@apollo/client/react";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { type Choice, choicesOf } from "./choicesOf.js";
import { useEveryPage } from "./useEveryPage.js";

const query = graphql(`
  query ProjectChoices($id: ID!, $after: String) {
    customer(id: $id) {
      id
      projects(first: 100, after: $after, orderBy: { field: NAME }) {
        edges {
          node {
            id
            name
            status
            startsOn
            createdAt
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** All projects of a customer, for a field that chooses one; none of a customer that the person does not see. */
export function useProjectChoices(customerId: string | null): Choice[] {
  const t = useT();
  const format = useFormat();
  const { data, fetchMore } = useQuery(
    query,
    customerId === null ? skipToken : { variables: { id: customerId } },
  );
  const page = data?.customer?.projects;
  useEveryPage(page?.pageInfo, fetchMore);
  return choicesOf(
    (page?.edges ?? []).map(({ node }) => ({
      id: node.id,
      name: node.name,
      details: [
        t(`projects.status.${node.status}`),
        node.startsOn ? format.date(node.startsOn) : "",
        format.dateTime(node.createdAt),
      ],
    })),
  );
}

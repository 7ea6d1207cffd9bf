import { useQuery } from "@apollo/client/react";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { type Choice, choicesOf } from "./choicesOf.js";
import { useEveryPage } from "./useEveryPage.js";

const query = graphql(`
  query DealChoices($id: ID!, $after: String) {
    customer(id: $id) {
      id
      deals(first: 100, after: $after, orderBy: { field: TITLE }) {
        edges {
          node {
            id
            title
            stage
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

/** All deals of a customer, for a field that chooses one; none for who may not read them. */
export function useDealChoices(customerId: string, { skip }: { skip: boolean }): Choice[] {
  const t = useT();
  const format = useFormat();
  const { data, fetchMore } = useQuery(query, { variables: { id: customerId }, skip });
  const page = data?.customer?.deals;
  useEveryPage(page?.pageInfo, fetchMore);
  return choicesOf(
    (page?.edges ?? []).map(({ node }) => ({
      id: node.id,
      name: node.title,
      details: [t(`deals.stage.${node.stage}`), format.dateTime(node.createdAt)],
    })),
  );
}

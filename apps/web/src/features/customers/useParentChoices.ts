import { useLazyQuery } from "@apollo/client/react";
import { useState } from "react";
import { graphql } from "../../gql/gql.js";

const query = graphql(`
  query ParentChoices($search: String!) {
    customers(first: 20, search: $search) {
      nodes {
        id
        displayName
        number
      }
    }
  }
`);

interface Choice {
  value: string;
  label: string;
}

/**
 * The customers that another may belong to, found as the person types. `chosen` is always among them, so that its
 * name is shown; `own` is the customer itself, which is not.
 */
export function useParentChoices(chosen?: Choice, own?: string) {
  const [find, { data, previousData }] = useLazyQuery(query);
  const [search, setSearch] = useState<string>();
  const found = (data ?? previousData)?.customers.nodes ?? [];
  const others = found
    .filter(({ id }) => id !== own && id !== chosen?.value)
    .map(({ id, displayName, number }) => ({ value: id, label: `${displayName} · ${number}` }));
  function look(text: string) {
    if (text === search) return;
    setSearch(text);
    void find({ variables: { search: text } });
  }
  return { options: [...(chosen ? [chosen] : []), ...others], look };
}

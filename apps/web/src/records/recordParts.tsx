import type { ApolloCache, TypedDocumentNode } from "@apollo/client";
import { useFragment } from "@apollo/client/react";
import type { DocumentNode } from "graphql";
import { type ReactNode, useState } from "react";
import { fragmentName } from "../cache/withFragments.js";

/** What a kind of record shows of a customer on a page that names no kind: its data come with the query of the page. */
export interface CustomerPart {
  fragment: DocumentNode;
  Component: (props: { customerId: string }) => ReactNode;
}

/**
 * What is shown of a customer from the fields of a fragment; nothing until the page has loaded them. While they are read
 * again, what was shown stays.
 */
export function customerPart<Data>(
  fragment: TypedDocumentNode<Data>,
  View: (props: { customerId: string; customer: Data }) => ReactNode,
): CustomerPart {
  function Component({ customerId }: { customerId: string }) {
    const { data, complete } = useFragment({
      fragment,
      fragmentName: fragmentName(fragment),
      from: { __typename: "Customer", id: customerId },
    });
    const [last, setLast] = useState<Data | undefined>();
    if (complete && data !== last) setLast(() => data);
    const shown = complete ? data : last;
    return shown !== undefined && <View customerId={customerId} customer={shown} />;
  }
  return { fragment, Component };
}

/** What a page reads of a record whose kind it does not know: its fields come with the query of the page. */
export interface RecordPart<Value> {
  fragment: DocumentNode;
  /** Undefined unless the cache has all of it. */
  read: (cache: ApolloCache, id: string) => Value | undefined;
}

/** What is picked from a fragment of a type of record. */
export function recordPart<Data, Value>(
  type: string,
  fragment: TypedDocumentNode<Data>,
  pick: (record: Data) => Value,
): RecordPart<Value> {
  return {
    fragment,
    read: (cache, id) => {
      const record = cache.readFragment({
        id: cache.identify({ __typename: type, id }),
        fragment,
        fragmentName: fragmentName(fragment),
      });
      return record ? pick(record) : undefined;
    },
  };
}

import { useQuery } from "@apollo/client/react";
import { useViewer } from "../../../session/viewer.js";
import type { FoundRecord } from "../../search/foundRecords.js";
import { recentCustomerIds, recentCustomersQuery } from "../../search/recentCustomers.js";

/** The customers that the viewer opened last in this browser, as a search would show them. */
export function useRecentCustomers(wanted: boolean): FoundRecord[] {
  const { id } = useViewer();
  const ids = wanted && id !== null ? recentCustomerIds(id) : [];
  const { data } = useQuery(recentCustomersQuery, { variables: { ids }, skip: ids.length === 0 });
  if (ids.length === 0) return [];
  return (data?.nodes ?? []).flatMap((record): FoundRecord[] =>
    record?.__typename === "Customer"
      ? [
          {
            __typename: "SearchResult",
            type: "CUSTOMER",
            title: record.displayName,
            excerpt: null,
            customer: { __typename: "Customer", id: record.id, displayName: record.displayName },
            record,
          },
        ]
      : [],
  );
}

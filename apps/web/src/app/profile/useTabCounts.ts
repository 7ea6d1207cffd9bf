import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { withFragments } from "../../cache/withFragments.js";
import { graphql } from "../../gql/gql.js";
import type { ProfileTabId } from "../../paths.js";
import { useViewer } from "../../session/viewer.js";
import { allRecords } from "../records.js";
import type { TabCounts } from "./ProfileTabs.js";

const query = graphql(`
  query TabCounts($id: ID!) {
    customer(id: $id) {
      id
    }
  }
`);

/** The number of records in each tab that the viewer may see. */
export function useTabCounts(id: string): TabCounts {
  const { permissions } = useViewer();
  const [withCounts, counted] = useMemo(() => {
    const parts = allRecords.flatMap(({ read, counted: part }) =>
      part && permissions.has(read) ? [part] : [],
    );
    const fragments = parts.map(({ total }) => total.fragment);
    return [withFragments(query, ["customer"], fragments), parts] as const;
  }, [permissions]);
  const { data, previousData, client } = useQuery(withCounts, { variables: { id } });
  const customer = (data ?? previousData)?.customer;
  if (!customer) return {};
  const counts: Partial<Record<ProfileTabId, number>> = {};
  for (const { tab, total } of counted)
    counts[tab] = (counts[tab] ?? 0) + (total.read(client.cache, customer.id) ?? 0);
  return counts;
}

import { useQuery } from "@apollo/client/react";
import { useDebouncedValue } from "@mantine/hooks";
import { useMemo } from "react";
import { graphql } from "../../../gql/gql.js";
import type { LikelyDuplicatesQuery } from "../../../gql/graphql.js";
import type { NewCustomer } from "./newCustomer.js";

const query = graphql(`
  query LikelyDuplicates($input: LikelyDuplicatesInput!) {
    likelyDuplicates(input: $input) {
      reasons
      customer {
        id
        number
        legalName
        status
        taxId {
          formatted
        }
        address {
          city
        }
      }
    }
  }
`);

/** A customer that may be the one that is being typed, and why. */
export type LikelyDuplicate = LikelyDuplicatesQuery["likelyDuplicates"][number];

const restMs = 300;
const shortest = 4;

/** Customers that may be the one being typed, the likeliest first; its tax ID is looked up by its field. */
export function useLikelyDuplicates(typed: NewCustomer): readonly LikelyDuplicate[] {
  const { legalName, email, phone, website, country } = typed;
  const input = useMemo(
    () => ({ legalName, email, phone, website, country }),
    [legalName, email, phone, website, country],
  );
  const [settled] = useDebouncedValue(input, restMs);
  const signs = [settled.legalName, settled.email, settled.phone, settled.website];
  const skip = signs.every((sign) => sign.trim().length < shortest);
  const { data, previousData } = useQuery(query, { variables: { input: settled }, skip });
  // The last ones stay until the next are known, so that nothing jumps with each key.
  return skip ? [] : ((data ?? previousData)?.likelyDuplicates ?? []);
}

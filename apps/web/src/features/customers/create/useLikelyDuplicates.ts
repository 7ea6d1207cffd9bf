import { useQuery } from "@apollo/client/react";
import { foldText } from "@clientela/shared/foldText";
import { useDebouncedValue } from "@mantine/hooks";
import { graphql } from "../../../gql/gql.js";
import type { LikelyDuplicatesQuery } from "../../../gql/graphql.js";

const query = graphql(`
  query LikelyDuplicates($search: String!) {
    customers(
      first: 4
      search: $search
      filter: { status: [ACTIVE, LEAD, INACTIVE, ARCHIVED] }
    ) {
      edges {
        node {
          id
          number
          legalName
          tradeName
          status
          email
          phone
          taxId {
            formatted
          }
          address {
            city
          }
        }
      }
    }
  }
`);

type Found = LikelyDuplicatesQuery["customers"]["edges"][number]["node"];

/** Why two records may be one customer. */
export type DuplicateReason = "sameName" | "similarName" | "sameEmail" | "samePhone";

/** A customer that may be the one that is being typed. */
export interface LikelyDuplicate extends Found {
  reason: DuplicateReason;
}

const restMs = 300;
const shortest = 3;

// What says only which form a company has would keep "Aurora S.A." from being found by "Aurora Ltda".
const forms =
  /(^|\s)(ltda|s\/?a|s\.a|me|epp|eireli|mei|lda|gmbh|ag|inc|llc|ltd|co|corp|sarl)\.?(?=\s|$)/gi;

/** The words of a name that tell a company from others. */
export function tellingWords(name: string): string {
  return name.replace(forms, " ").replace(/\s+/g, " ").trim();
}

function useFound(text: string): Found[] {
  const [search] = useDebouncedValue(text.trim(), restMs);
  const asked = search.length >= shortest;
  const { data } = useQuery(query, { variables: { search }, skip: !asked });
  return asked ? (data?.customers.edges.map(({ node }) => node) ?? []) : [];
}

const digits = (phone: string | null | undefined) => (phone ?? "").replace(/\D/g, "");

/** Customers that may be the one being typed, each once, by name first. */
export function useLikelyDuplicates(typed: {
  legalName: string;
  email: string;
  phone: string;
}): LikelyDuplicate[] {
  const name = foldText(tellingWords(typed.legalName));
  const byName = useFound(tellingWords(typed.legalName));
  const byEmail = useFound(typed.email.includes("@") ? typed.email : "");
  const phone = digits(typed.phone);
  const byPhone = useFound(phone.length >= 6 ? phone : "");

  const found = new Map<string, LikelyDuplicate>();
  const add = (node: Found, reason: DuplicateReason) => {
    if (!found.has(node.id)) found.set(node.id, { ...node, reason });
  };
  for (const node of byEmail) {
    if (node.email?.toLowerCase() === typed.email.trim().toLowerCase()) add(node, "sameEmail");
  }
  for (const node of byPhone) {
    if (digits(node.phone).endsWith(phone.replace(/^0+/, ""))) add(node, "samePhone");
  }
  for (const node of byName) {
    const names = [node.legalName, node.tradeName ?? ""].map((one) => foldText(tellingWords(one)));
    add(node, names.includes(name) ? "sameName" : "similarName");
  }
  return [...found.values()];
}

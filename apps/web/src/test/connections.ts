/** One page of a list, which holds all of it, as the API answers it. */
export function connectionOf<Node extends { __typename: string }>(nodes: readonly Node[]) {
  const type = nodes[0]?.__typename ?? "Record";
  return {
    __typename: `${type}Connection`,
    edges: nodes.map((node) => ({ __typename: `${type}Edge`, node })),
    pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
    totalCount: nodes.length,
  };
}

/** An amount of Brazilian money as the API answers it. */
export const money = (amount: string) => ({ __typename: "Money", amount, currency: "BRL" });

/** How many records there are, and what they come to. */
export const metric = (count: number, ...amounts: string[]) => ({
  __typename: "CountAndAmounts",
  count,
  amounts: amounts.map(money),
});

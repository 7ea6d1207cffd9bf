import type { toVariables } from "./listQuestion.js";

const address = "address { city region country }";
const figures = "count amounts { amount currency }";

/** What each column of the list asks of a customer. */
const selections: Readonly<Record<string, string>> = {
  name: "legalName\ntradeName\ntaxId { formatted }",
  city: address,
  country: address,
  status: "status",
  owner: "owner { name }",
  projects: "summary { projects { active } }",
  hours: "summary { projects { totalMinutes } }",
  tasks: "summary { tasks { overdue } }",
  orders: "summary { orders { total { count } finalized { count } } }",
  outstanding: `summary { invoices { authorized { ${figures} } } }`,
  overdue: `summary { invoices { overdue { ${figures} } } }`,
  activity: "summary { lastActivityAt }",
  email: "email",
  phone: "phone",
  tags: "tags",
  created: "createdAt",
  updated: "updatedAt",
};

/** The list as a call of the API: the same customers in the same order, with the columns on screen. */
export function listCall(
  { search, filter, orderBy }: ReturnType<typeof toVariables>,
  columns: readonly string[],
): { query: string; variables: object } {
  const fields = columns.flatMap((column) => selections[column]?.split("\n") ?? []);
  const node = ["id", "number", ...new Set(fields)].join("\n        ");
  return {
    query: `query Customers($search: String, $filter: CustomerFilter, $orderBy: CustomerOrder, $after: String) {
  customers(first: 100, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {
    totalCount
    edges {
      node {
        ${node}
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
    variables: { ...(search ? { search } : {}), filter, orderBy },
  };
}

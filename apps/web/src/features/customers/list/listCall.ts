import type { toVariables } from "./listParams.js";

const address = "address { city region country }";
const counted = "{ count amounts { amount currency } }";

/** The fields that each column of the list selects. */
const fields: Readonly<Record<string, readonly string[]>> = {
  name: ["legalName", "tradeName", "taxId { formatted }"],
  city: [address],
  country: [address],
  status: ["status"],
  owner: ["owner { name }"],
  email: ["email"],
  phone: ["phone"],
  tags: ["tags"],
  created: ["createdAt"],
  updated: ["updatedAt"],
};

/** What the columns of metrics ask of its summary. */
const metrics: Readonly<Record<string, string>> = {
  projects: "projects { active }",
  hours: "projects { totalMinutes }",
  tasks: "tasks { overdue }",
  orders: "orders { total { count } finalized { count } }",
  outstanding: `invoices { authorized ${counted} overdue ${counted} }`,
  overdue: `invoices { overdue ${counted} }`,
  activity: "lastActivityAt",
};

const AGED =
  /^(receivables|payables)(OldestDueOn|Overdue|NotDue|Days1To30|Days31To60|Days61To90|Over90)?$/;

// What the columns of ageing select: of each side what is on screen.
function ageingOf(columns: readonly string[]): string[] {
  const sides = new Map<string, string[]>();
  for (const column of columns) {
    const [, side, part = "Total"] = AGED.exec(column) ?? [];
    if (!side) continue;
    const field = part.charAt(0).toLowerCase() + part.slice(1);
    const amount = part === "OldestDueOn" ? field : `${field} { amount currency }`;
    sides.set(side, [...(sides.get(side) ?? ["currency"]), amount]);
  }
  return [...sides].map(([side, fields]) => `${side} { ${fields.join(" ")} }`);
}

/** The list as a call of the API: the same customers in the same order, with the columns on screen. */
export function listCall(
  { search, filter, orderBy }: ReturnType<typeof toVariables>,
  columns: readonly string[],
): { query: string; variables: object } {
  const plain = columns.flatMap((column) => fields[column] ?? []);
  const counts = [...columns.flatMap((column) => metrics[column] ?? []), ...ageingOf(columns)];
  const node = [
    "id",
    "number",
    ...new Set(plain),
    ...(counts.length > 0 ? [`summary { ${counts.join(" ")} }`] : []),
  ].join("\n        ");
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

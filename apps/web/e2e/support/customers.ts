import type { Page } from "@playwright/test";

const query = `{
  customers(first: 100) {
    edges { node { id summary { purchaseInvoices {
      authorized { count } pending { count } overdue { count } paid { count }
    } } } }
  }
}`;

interface Node {
  id: string;
  summary: { purchaseInvoices: Record<string, { count: number }> };
}

/** The id of a demo customer that has purchase invoices, or of one that has none. */
export async function customerBy(page: Page, purchases: "some" | "none"): Promise<string> {
  const answer = await page.request.post("/graphql", {
    headers: { "apollo-require-preflight": "true" },
    data: { query },
  });
  const { data } = await answer.json();
  const found = data.customers.edges.find(({ node }: { node: Node }) => {
    const counts = Object.values(node.summary.purchaseInvoices).map(({ count }) => count);
    return counts.some((count) => count > 0) === (purchases === "some");
  });
  return found.node.id;
}

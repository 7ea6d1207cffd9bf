import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { screen, within } from "@testing-library/react";
import { useMemo } from "react";
import { useViewer } from "../../session/viewer.js";
import { money } from "../../test/connections.js";
import { renderWithApi } from "../../test/renderWithApi.js";
import { withParts } from "./customerParts.js";
import { Headlines, headlinesFor } from "./Headlines.js";

const query: TypedDocumentNode<{ customer: { id: string } | null }, { id: string }> = gql`
  query HeadlinesTest($id: ID!) {
    customer(id: $id) {
      id
    }
  }
`;

function Page() {
  const { permissions } = useViewer();
  const headlines = useMemo(() => headlinesFor(permissions), [permissions]);
  const whole = useMemo(() => withParts(query, headlines), [headlines]);
  const { data } = useQuery(whole, { variables: { id: "c1" } });
  return (
    <Headlines customerId="c1" headlines={headlines} tab="overview" loading={!data?.customer} />
  );
}

const buckets = ["notDue", "days1To30", "days31To60", "days61To90", "over90"];
const amount = (value: string, currency: string) => ({ ...money(value), currency });

const aged = (currency: string, total: string, overdue: string, oldestDueOn: string) => ({
  __typename: "Ageing",
  currency,
  ...Object.fromEntries(buckets.map((bucket) => [bucket, amount("0.00", currency)])),
  total: amount(total, currency),
  overdue: amount(overdue, currency),
  over90: amount(overdue, currency),
  oldestDueOn,
});

const THREE_DAYS_MS = 3 * 86_400_000;

const entries = (...nodes: readonly object[]) => ({
  __typename: "ActivityConnection",
  edges: nodes.map((node, at) => ({
    __typename: "ActivityEdge",
    node: {
      __typename: "Activity",
      id: `a${at}`,
      createdAt: new Date(Date.now() - THREE_DAYS_MS).toISOString(),
      actor: { __typename: "ActivityActor", name: "Ana" },
      ...node,
    },
  })),
  pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
});

const owing = {
  receivables: [
    aged("BRL", "509373.95", "162367.24", "2026-02-08"),
    aged("USD", "16662.52", "0.00", "2025-12-24"),
  ],
  invoices: {
    __typename: "InvoiceSummary",
    authorized: { __typename: "DocumentTotal", count: 32 },
    overdue: { __typename: "DocumentTotal", count: 17 },
  },
};

async function show(part: object, summary: object = owing, role?: "projects") {
  await renderWithApi(<Page />, {
    ...(role ? { role } : {}),
    answers: [
      [
        "HeadlinesTest",
        () => ({
          customer: {
            __typename: "Customer",
            id: "c1",
            nextStep: null,
            lastNote: entries(),
            lastConversation: null,
            lastActivity: entries({}),
            summary: { __typename: "CustomerSummary", ...summary },
            ...part,
          },
        }),
      ],
    ],
  });
  await screen.findByRole("region", { name: "At a glance" });
}

const answer = (name: string) => screen.getByRole("region", { name });

describe("the first row of a profile", () => {
  it("says what is owed in each currency, and by how many invoices", async () => {
    await show({});
    expect(answer("Owes")).toHaveTextContent(/R\$509,373\.95\$16,662\.5249 open invoices$/);
    expect(within(answer("Owes")).getByRole("link")).toHaveAttribute(
      "href",
      "/customers/c1/documents?show=sales&state=outstanding",
    );
  });

  it("says since when, by what is overdue and not by what is merely due first", async () => {
    await show({});
    expect(answer("Overdue since")).toHaveTextContent(
      /02\/08\/2026289 days late · 17 overdue invoices$/,
    );
    expect(within(answer("Overdue since")).getByRole("img")).toHaveAccessibleName(
      "Over 90 days: R$162,367.24",
    );
  });

  it("says what is due next where nothing is overdue", async () => {
    await show({}, { ...owing, receivables: [aged("BRL", "10.00", "0.00", "2026-12-24")] });
    expect(answer("Overdue since")).toHaveTextContent(/Nothing overdue · next due 12\/24\/2026$/);
  });

  it("says what is next, and who spoke last", async () => {
    await show({
      nextStep: {
        __typename: "Task",
        id: "t1",
        title: "Call Ana",
        dueOn: "2026-11-20",
        dueTime: null,
      },
      lastNote: entries({ note: "Pays on Friday" }),
    });
    expect(answer("Next step")).toHaveTextContent(/Call Ana11\/20\/20264 days late$/);
    expect(answer("Last contact")).toHaveTextContent(/Ana3 days ago · Pays on Friday$/);
  });

  it.each([
    [2, /Rui2 days ago · Call: Asks for a discount$/, "/?conversation=k1"],
    [5, /Ana3 days ago · Pays on Friday$/, "/customers/c1/overview?history=notes"],
  ])(
    "takes what was said last: a conversation of %d days ago, or a note of three",
    async (days, text, to) => {
      await show({
        lastNote: entries({ note: "Pays on Friday" }),
        lastConversation: {
          __typename: "Conversation",
          id: "k1",
          kind: "CALL",
          occurredAt: new Date(Date.now() - days * 86_400_000).toISOString(),
          subject: null,
          said: "Asks for a discount",
          outcome: null,
          createdBy: { __typename: "User", id: "u2", name: "Rui" },
        },
      });
      expect(answer("Last contact")).toHaveTextContent(text);
      expect(within(answer("Last contact")).getByRole("link")).toHaveAttribute("href", to);
    },
  );

  it("names the last change where nobody wrote a note", async () => {
    await show({});
    expect(answer("Last contact")).toHaveTextContent(
      /No notes yet · last change by Ana, 3 days ago$/,
    );
    expect(answer("Next step")).toHaveTextContent(/No open task/);
  });

  it("says nothing of money to who may not see it", async () => {
    await show({}, {}, "projects");
    expect(screen.queryByRole("region", { name: "Owes" })).not.toBeInTheDocument();
    expect(answer("Next step")).toBeInTheDocument();
  });
});

import { isRecordType } from "@clientela/shared/records/recordActions";
import { RECORD_KINDS } from "@clientela/shared/records/recordKinds";
import type { Role } from "@clientela/shared/records/roles";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ActivityTimeline } from "../../features/activity/ActivityTimeline.js";
import { refused } from "../../test/answering.js";
import { renderWithApi } from "../../test/renderWithApi.js";
import { Toasts } from "../../ui/toasts/Toasts.js";
import { historyRecords } from "./historyRecords.js";

const change = (field: string, old: unknown, now: unknown, part: object = {}) => ({
  __typename: "ActivityChange",
  field,
  old: old === null ? null : String(old),
  new: now === null ? null : String(now),
  oldValue: old,
  erased: false,
  ...part,
});

const entry = (
  id: string,
  recordType: string,
  changes: object[],
  action = "updated",
  ownTask = false,
) => ({
  __typename: "ActivityEdge",
  node: {
    __typename: "Activity",
    id,
    action,
    recordType: isRecordType(recordType) ? RECORD_KINDS[recordType].value : recordType,
    note: null,
    createdAt: "2026-11-20T12:00:00Z",
    actor: { __typename: "ActivityActor", kind: "USER", name: "Ana" },
    record: {
      __typename: recordType,
      id: "r1",
      ...(recordType === "Task" ? { title: "Call", viewerCanUpdate: ownTask } : {}),
      ...(recordType === "Payment"
        ? {
            reference: "TED 7",
            amount: { __typename: "Money", amount: "120.00", currency: "EUR" },
          }
        : {}),
      ...(recordType === "Customer"
        ? { taxId: { __typename: "TaxId", country: "BR", kind: "CPF", value: "2", formatted: "2" } }
        : {}),
    },
    changes,
  },
});

const mutation = (field: string, type: string) => () => ({
  [`update${type}`]: {
    __typename: `${type}Payload`,
    [field]: { __typename: type, id: "r1", version: 8 },
  },
});

async function open(
  role: Role = "admin",
  update = mutation("customer", "Customer"),
  ownTask = role === "admin",
) {
  const edges = [
    entry("d1", "Customer", [
      change("email", "old@example.com", "new@example.com"),
      change("address.street", null, "Rua A"),
      change("taxId.value", "1", "2"),
      change("phone", null, null, { erased: true }),
    ]),
    entry("d2", "Task", [change("dueOn", "2026-11-01", "2026-12-01")], "updated", ownTask),
    entry("d3", "Address", [change("kind", "BILLING", "DELIVERY")]),
    entry("d4", "Customer", [change("mergedInto", null, "C-000007 Padaria")], "merged_into"),
    entry("d5", "Customer", [
      change("taxId.value", "11222333000181", "11444777000161"),
      change("externalIds", "sap:99", ""),
    ]),
    entry("d6", "Customer", [
      change("address.country", "BR", "PT"),
      change("taxId.country", "BR", "PT"),
      change("taxId.value", "11444777000161", "501964843"),
    ]),
    entry("d7", "Payment", [], "created"),
  ];
  const rendered = renderWithApi(
    <>
      <ActivityTimeline customerId="c1" records={historyRecords} />
      <Toasts />
    </>,
    {
      role,
      answers: [
        [
          "ActivityTimeline",
          () => ({
            customer: {
              __typename: "Customer",
              id: "c1",
              activity: {
                __typename: "ActivityConnection",
                edges,
                pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
                totalCount: edges.length,
              },
            },
          }),
        ],
        [
          "CustomerToRevert",
          () => ({
            customer: {
              __typename: "Customer",
              id: "r1",
              version: 7,
              emails: [],
              phones: [],
              address: { __typename: "MainAddress", country: "PT" },
            },
          }),
        ],
        ["RevertCustomer", update],
      ],
    },
  );
  await userEvent.click(await screen.findByRole("button", { name: "5 changes" }));
  return rendered;
}

const buttons = () =>
  screen.queryAllByRole("button", { name: /^Revert/ }).map((one) => one.getAttribute("aria-label"));

let pinned = false;

function openEntries(edges: () => object[]) {
  pinned = false;
  return renderWithApi(<ActivityTimeline customerId="c1" records={historyRecords} />, {
    role: "admin",
    answers: [
      [
        "ActivityTimeline",
        () => ({
          customer: {
            __typename: "Customer",
            id: "c1",
            activity: {
              __typename: "ActivityConnection",
              edges: edges(),
              pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
              totalCount: edges().length,
            },
          },
        }),
      ],
      [
        "PinNote",
        () => {
          pinned = true;
          return { pinNote: { __typename: "NotePayload", note: note() } };
        },
      ],
    ],
  });
}

const note = () => ({
  __typename: "Note",
  id: "n1",
  version: pinned ? 2 : 1,
  text: "Ask @Ana at https://example.com/a. Thanks",
  pinned,
  mentions: [{ __typename: "User", id: "u1", name: "Ana" }],
});

const withRecord = (id: string, recordType: string, record: object, action = "created") => {
  const edge = entry(id, recordType, [], action);
  return { ...edge, node: { ...edge.node, record } };
};

describe("the timeline", () => {
  const conversation = {
    __typename: "Conversation",
    id: "k1",
    kind: "CALL",
    occurredAt: "2026-11-19T10:00:00Z",
    subject: "Prices",
    said: "They want a discount",
    outcome: "Call back",
  };
  const told = withRecord("e2", "Customer", { __typename: "Customer", id: "c1" }, "note_added");
  const edges = () => [
    entry("e1", "Customer", [change("email", "a@example.com", "b@example.com")]),
    { ...told, node: { ...told.node, note: "Ask @Ana" } },
    withRecord("e3", "Note", note()),
    entry("e4", "Customer", [change("email", "0@example.com", "a@example.com")]),
    withRecord("e5", "Conversation", conversation),
  ];

  it("leads with notes and conversations, and folds the changes of a day into one line", async () => {
    openEntries(edges);
    const items = (await screen.findAllByRole("listitem")).map((item) => item.textContent);
    expect(items).toHaveLength(3);
    expect(items[0]).toContain("Ana wrote a note");
    expect(items[1]).toContain("Ana logged the conversation “Prices”");
    expect(items[2]).toContain("2 changes");
    expect(await screen.findByText("They want a discount")).toBeInTheDocument();
    expect(screen.queryByText("b@example.com")).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "2 changes" }));
    expect(screen.getByText("b@example.com")).toBeInTheDocument();
  });

  it("shows links and mentions of a note, and pins it", async () => {
    const api = await openEntries(edges);
    expect(await screen.findByRole("link", { name: "https://example.com/a" })).toHaveAttribute(
      "rel",
      "noopener noreferrer nofollow",
    );
    expect(screen.getByText("@Ana").tagName).toBe("STRONG");
    await userEvent.click(screen.getByRole("button", { name: "Pin note" }));
    expect(await screen.findByRole("button", { name: "Unpin note" })).toBeInTheDocument();
    expect(api.of("PinNote")).toHaveLength(1);
  });
});

describe("the history of a customer", () => {
  it("reverts a value by the ordinary update, on the current record", async () => {
    const user = userEvent.setup();
    const api = await open();
    await user.click(
      await screen.findByRole("button", { name: "Revert E-mail to old@example.com" }),
    );
    expect(await screen.findByText("The value was restored.")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Revert Street to empty" }));
    await user.click(screen.getByRole("button", { name: "Revert Country to Brazil" }));
    await waitFor(() => expect(api.of("RevertCustomer")).toHaveLength(3));
    expect(api.of("RevertCustomer").map(({ variables }) => variables)).toEqual([
      { input: { id: "r1", version: 7, email: "old@example.com" } },
      { input: { id: "r1", version: 7, address: { country: "PT", street: null } } },
      { input: { id: "r1", version: 7, address: { country: "BR" } } },
    ]);
  });

  it("says why a value cannot be reverted", async () => {
    const user = userEvent.setup();
    await open("admin", () => {
      throw refused("Please check.", {
        code: "VALIDATION_FAILED",
        issues: [{ path: "email", code: "x", message: "is no longer allowed" }],
      });
    });
    await user.click(await screen.findByRole("button", { name: /^Revert E-mail/ }));
    expect(await screen.findByText(/is no longer allowed/i)).toBeInTheDocument();
  });

  it("offers it for what the person may write, one value can say, and was not erased", async () => {
    await open("sales");
    await screen.findByText("E-mail");
    expect(buttons()).toEqual([
      "Revert E-mail to old@example.com",
      "Revert Street to empty",
      "Revert Country to Brazil",
    ]);
    expect(screen.getByText("erased")).toBeInTheDocument();
  });

  it("offers it for tasks that the person may change, by the rule of the change itself", async () => {
    await open("finance", undefined, true);
    await screen.findByText("E-mail");
    expect(buttons()).toEqual([expect.stringMatching(/^Revert Due/)]);
  });

  it("has texts for the actions on addresses and on merged customers", async () => {
    await open("viewer");
    expect(await screen.findByText(/^Ana changed an address/)).toBeInTheDocument();
    expect(screen.getByText("Delivery address")).toBeInTheDocument();
    expect(screen.getByText("Ana merged the customer into another customer")).toBeInTheDocument();
  });

  it("says how much a payment was, besides what it is called", async () => {
    await open();
    expect(await screen.findByText("Ana created the payment TED 7 of €120.00")).toBeInTheDocument();
  });

  it("names the other customer of a merge", async () => {
    await open("viewer");
    expect(await screen.findByText("C-000007 Padaria")).toBeInTheDocument();
  });

  it("formats tax IDs and countries, and shows external ids", async () => {
    await open("viewer");
    expect(await screen.findByText("11.222.333/0001-81")).toBeInTheDocument();
    expect(screen.getByText("501 964 843")).toBeInTheDocument();
    expect(screen.getAllByText("11.444.777/0001-61")).toHaveLength(2);
    expect(screen.getByText("Brazil")).toBeInTheDocument();
    expect(screen.getByText("Portugal")).toBeInTheDocument();
    expect(screen.getByText("sap:99")).toBeInTheDocument();
  });

  it("offers no actions to people who may only read", async () => {
    await open("viewer");
    await screen.findByText("E-mail");
    expect(buttons()).toEqual([]);
  });
});

import { gql, InMemoryCache } from "@apollo/client";
import { MockedProvider } from "@apollo/client/testing/react";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type Answer, answering, refused } from "../../../test/answering.js";
import { renderApp } from "../../../test/renderApp.js";
import { closeToast, listToasts } from "../../../ui/toasts/toasts.js";
import MergeDialog from "./MergeDialog.js";
import type { Mergeable } from "./mergeFields.js";

function makeMergeable(changes: Partial<Mergeable>): Mergeable {
  return {
    __typename: "Customer",
    id: "a",
    version: 3,
    number: "C-000001",
    legalName: "Padaria Aurora Ltda",
    tradeName: null,
    status: "ACTIVE",
    email: "contato@aurora.example",
    phone: null,
    website: null,
    notes: null,
    currency: null,
    creditLimit: null,
    parent: null,
    paymentTermDays: null,
    tags: ["VIP"],
    taxId: null,
    secondTaxId: null,
    address: null,
    owner: null,
    ...changes,
  };
}

const first = makeMergeable({});
const second = makeMergeable({
  id: "b",
  version: 7,
  number: "C-000002",
  legalName: "Padaria Aurora",
  email: "vendas@aurora.example",
  phone: "+5541999990000",
});

const preview: Answer = ({ ids }) => ({
  mergePreview: {
    __typename: "MergePreview",
    customers: [first, second].filter(({ id }) => Array.isArray(ids) && ids.includes(id)),
    differing: ["LEGAL_NAME", "EMAIL", "PHONE"],
    recordCounts: [
      { __typename: "MergeRecordCount", customerId: "b", recordType: "INVOICE", count: 2 },
      { __typename: "MergeRecordCount", customerId: "a", recordType: "PROJECT", count: 1 },
    ],
  },
});

const merged: Answer = () => ({
  mergeCustomers: {
    __typename: "MergePayload",
    merge: { __typename: "CustomerMerge", id: "m1" },
    customer: second,
  },
});

async function open(
  more: readonly (readonly [string, Answer])[] = [],
  ids = ["a", "b"],
  cache = new InMemoryCache(),
) {
  const api = answering(["MergePreview", preview], ...more);
  const onMerged = jest.fn();
  const onUndone = jest.fn();
  await renderApp(
    <MockedProvider link={api.link} cache={cache}>
      <MergeDialog ids={ids} onClose={() => {}} onMerged={onMerged} onUndone={onUndone} />
    </MockedProvider>,
  );
  await screen.findByRole("radio", { name: /^Keep Padaria Aurora Ltda/ });
  return { api, onMerged, onUndone, user: userEvent.setup() };
}

describe("merging customers", () => {
  afterEach(() => {
    for (const { id } of listToasts()) closeToast(id);
  });

  it("proposes the one with the most data, fills its gaps, and shows what moves", async () => {
    await open();
    expect(screen.getByRole("radio", { name: "Keep Padaria Aurora C-000002" })).toBeChecked();
    const moves = within(screen.getByRole("row", { name: /^Moves/ }));
    expect(moves.getByText("1 project")).toBeInTheDocument();
    expect(moves.getByText("2 invoices")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("radio", { name: /^Keep Padaria Aurora Ltda/ }));
    // It has no phone of its own, so the other's is used.
    expect(screen.getByRole("radio", { name: "Phone: +5541999990000 (C-000002)" })).toBeChecked();
    expect(
      screen.getByRole("radio", { name: "Legal name: Padaria Aurora Ltda (C-000001)" }),
    ).toBeChecked();
  });

  it("merges with what was chosen, and takes it apart by Undo", async () => {
    const undone: Answer = () => ({
      undoMerge: { __typename: "UndoMergePayload", customer: second, customers: [first] },
    });
    const { api, user, onMerged, onUndone } = await open([
      ["MergeCustomers", merged],
      ["UndoMerge", undone],
    ]);
    await user.click(screen.getByRole("radio", { name: /^E-mail: contato@/ }));
    await user.click(screen.getByRole("button", { name: "Merge into Padaria Aurora" }));
    const ids = { survivorId: "b", mergedIds: ["a"] };
    await waitFor(() => expect(onMerged).toHaveBeenCalledWith(ids));
    expect(api.of("MergeCustomers")[0]?.variables).toEqual({
      input: {
        ...ids,
        version: 7,
        fields: [
          { field: "LEGAL_NAME", from: "b" },
          { field: "EMAIL", from: "a" },
          { field: "PHONE", from: "b" },
        ],
      },
    });
    await listToasts().at(-1)?.onUndo?.();
    expect(api.of("UndoMerge")[0]?.variables).toEqual({ id: "m1" });
    expect(onUndone).toHaveBeenCalledWith(ids);
  });

  it("lets searches be run again when it merges and when that is undone", async () => {
    const undone: Answer = () => ({
      undoMerge: { __typename: "UndoMergePayload", customer: second, customers: [first] },
    });
    const cache = new InMemoryCache();
    const remembered = gql`
      query Found {
        customers(search: "aurora") {
          totalCount
        }
      }
    `;
    const remember = () =>
      cache.writeQuery({
        query: remembered,
        data: { customers: { __typename: "CustomerConnection", totalCount: 1 } },
      });
    const { user, onMerged } = await open(
      [
        ["MergeCustomers", merged],
        ["UndoMerge", undone],
      ],
      ["a", "b"],
      cache,
    );
    remember();
    await user.click(screen.getByRole("button", { name: "Merge into Padaria Aurora" }));
    await waitFor(() => expect(onMerged).toHaveBeenCalled());
    expect(cache.readQuery({ query: remembered })).toBeNull();
    remember();
    await listToasts().at(-1)?.onUndo?.();
    expect(cache.readQuery({ query: remembered })).toBeNull();
  });

  it("says why it could not merge, and compares again", async () => {
    const { api, user, onMerged } = await open([
      [
        "MergeCustomers",
        () => {
          throw refused("Someone changed this customer.", { code: "CONFLICT" });
        },
      ],
    ]);
    await user.click(screen.getByRole("button", { name: "Merge into Padaria Aurora" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Someone changed this customer.");
    await waitFor(() => expect(api.of("MergePreview")).toHaveLength(2));
    expect(onMerged).not.toHaveBeenCalled();
  });

  it("finds the other customer when it begins with one", async () => {
    const found: Answer = () => ({
      customers: {
        __typename: "CustomerConnection",
        edges: [first, second].map((node) => ({ __typename: "CustomerEdge", node })),
      },
    });
    const { user } = await open([["MergePicker", found]], ["a"]);
    expect(screen.getByRole("button", { name: "Merge" })).toBeDisabled();
    await user.type(screen.getByRole("combobox", { name: "Customer to merge with" }), "aurora");
    await user.click(await screen.findByRole("option", { name: "Padaria Aurora · C-000002" }));
    expect(await screen.findByRole("button", { name: "Merge into Padaria Aurora" })).toBeEnabled();
  });

  it("takes by Enter only what was found for all that was typed", async () => {
    const twin = makeMergeable({ id: "twin", number: "C-000003", legalName: "Padaria Aurora Sul" });
    const found: Answer = ({ search }) => ({
      customers: {
        __typename: "CustomerConnection",
        edges: [twin, second]
          .filter(({ number, legalName }) => `${legalName} ${number}`.includes(String(search)))
          .map((node) => ({ __typename: "CustomerEdge", node })),
      },
    });
    const { api, user } = await open([["MergePicker", found]], ["a"]);
    const field = screen.getByRole("combobox", { name: "Customer to merge with" });
    await user.type(field, "Padaria Aurora");
    await screen.findByRole("option", { name: "Padaria Aurora Sul · C-000003" });
    await user.type(field, " C-000002{Enter}");
    expect(await screen.findByRole("button", { name: "Merge into Padaria Aurora" })).toBeEnabled();
    expect(api.of("MergePreview").at(-1)?.variables).toEqual({ ids: ["a", "b"] });
  });
});

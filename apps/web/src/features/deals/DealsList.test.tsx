import type { Role } from "@clientela/shared/records/roles";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { refused } from "../../test/answering.js";
import { connectionOf, metric, money } from "../../test/connections.js";
import { renderWithApi } from "../../test/renderWithApi.js";
import { ConflictDialog } from "../../ui/conflict/ConflictDialog.js";
import { Toasts } from "../../ui/toasts/Toasts.js";
import { DealDrawers } from "./DealDrawers.js";
import { DealsList } from "./DealsList.js";

const deal = (part: object = {}) => ({
  __typename: "Deal",
  id: "d1",
  version: 3,
  title: "New oven",
  stage: "PROPOSAL",
  value: money("1500.00"),
  probability: 40,
  expectedCloseOn: "2026-12-24",
  ownerId: null,
  owner: null,
  notes: null,
  ...part,
});

const summary = {
  __typename: "CustomerSummary",
  deals: { __typename: "DealSummary", open: metric(2, "2500.00"), won: metric(1, "70.00") },
};
const customer = { __typename: "Customer", id: "c1", summary };
const saved = (now: object) => ({ __typename: "DealPayload", deal: { ...now, customer } });

interface OpenOptions {
  role?: Role;
  search?: string;
  update?: (variables: Record<string, unknown>) => unknown;
  now?: object;
}

async function open({ role = "admin", search = "", update, now = deal() }: OpenOptions = {}) {
  const api = await renderWithApi(
    <>
      <DealsList customerId="c1" />
      <DealDrawers customerId="c1" currency="BRL" />
      <ConflictDialog />
      <Toasts />
    </>,
    {
      role,
      path: `/customers/c1/deals${search}`,
      answers: [
        [
          "DealsList",
          () => ({
            customer: {
              ...customer,
              deals: connectionOf([
                deal(),
                deal({ id: "d2", title: "Mixer", stage: "WON", expectedCloseOn: null }),
              ]),
            },
          }),
        ],
        ["Deal", () => ({ deal: now })],
        ["People", () => ({ users: [] })],
        ["UpdateDeal", update ?? (() => ({ updateDeal: saved(deal({ version: 4 })) }))],
        ["CreateDeal", () => ({ createDeal: saved(deal({ id: "d3" })) })],
        ["DeleteDeal", () => ({ deleteDeal: saved(deal()) })],
        ["RestoreDeal", () => ({ restoreDeal: saved(deal()) })],
      ],
    },
  );
  await within(await screen.findByRole("grid")).findByText("New oven");
  return { api, user: userEvent.setup() };
}

const rowOf = (name: string) => {
  const row = screen.getByText(name).closest<HTMLElement>('[role="row"]');
  if (!row) throw new Error(`${name} is in no row`);
  return within(row);
};

const conflict = () => {
  throw refused("Someone saved first.", { code: "CONFLICT", changedBy: "Rui", changedAt: null });
};

describe("the deals of a customer", () => {
  it("are shown as text, with a dash for empty fields and the total of open ones", async () => {
    const { api } = await open({ search: "?stage=open" });
    expect(api.of("DealsList")[0]?.variables).toMatchObject({ id: "c1", filter: { open: true } });
    const row = rowOf("New oven");
    expect(row.getByText("Proposal")).toBeInTheDocument();
    expect(row.getByText("40%")).toBeInTheDocument();
    expect(row.getByText(/12\/24\/2026|24\/12\/2026/)).toBeInTheDocument();
    expect(rowOf("Mixer").getByText("–")).toBeInTheDocument();
    expect(rowOf("Total").getByText(/2,500\.00/)).toBeInTheDocument();
  });

  it("are sorted by a field of the API", async () => {
    const { api, user } = await open();
    await user.click(screen.getByRole("columnheader", { name: /^Value/ }));
    await waitFor(() =>
      expect(api.of("DealsList").at(-1)?.variables.orderBy).toMatchObject({ field: "VALUE" }),
    );
  });

  it("move to a stage that may follow, on the version that was read", async () => {
    const { api, user } = await open();
    await user.click(rowOf("New oven").getByRole("button", { name: /Change status/ }));
    await user.click(await screen.findByRole("menuitem", { name: "Won" }));
    await waitFor(() => expect(api.of("UpdateDeal")).toHaveLength(1));
    expect(api.of("UpdateDeal")[0]?.variables).toEqual({
      input: { id: "d1", version: 3, stage: "WON" },
    });
  });

  it("move on the newer version where somebody else changed another field", async () => {
    let refusals = 0;
    const { api, user } = await open({
      now: deal({ version: 8, title: "Two ovens" }),
      update: () => {
        refusals += 1;
        return refusals === 1 ? conflict() : { updateDeal: saved(deal({ version: 9 })) };
      },
    });
    await user.click(rowOf("New oven").getByRole("button", { name: /Change status/ }));
    await user.click(await screen.findByRole("menuitem", { name: "Won" }));
    await waitFor(() => expect(api.of("UpdateDeal")).toHaveLength(2));
    expect(api.of("UpdateDeal")[1]?.variables).toEqual({
      input: { id: "d1", version: 8, stage: "WON" },
    });
  });

  it("ask which value to keep where somebody else changed the same field", async () => {
    const { user } = await open({
      now: deal({ version: 8, stage: "LOST" }),
      update: conflict,
    });
    await user.click(rowOf("New oven").getByRole("button", { name: /Change status/ }));
    await user.click(await screen.findByRole("menuitem", { name: "Won" }));
    const dialog = await screen.findByRole("dialog", { name: "Someone else changed this record" });
    expect(within(dialog).getByText("Lost")).toBeInTheDocument();
    expect(within(dialog).getByText("Won")).toBeInTheDocument();
  });

  it("are deleted, and come back by the toast", async () => {
    const { api, user } = await open();
    await user.click(rowOf("New oven").getByRole("button", { name: "More actions for New oven" }));
    await user.click(await screen.findByRole("menuitem", { name: "Delete" }));
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(api.of("RestoreDeal")).toHaveLength(1));
    expect(api.of("DeleteDeal")[0]?.variables).toEqual({ input: { id: "d1" } });
  });

  it("are read-only for people who may not write them", async () => {
    await open({ role: "viewer" });
    expect(
      screen.queryByRole("button", { name: /Add deal|More actions for|Change status/ }),
    ).toBeNull();
  });
});

describe("the form of a deal", () => {
  // What was typed and not saved is a draft, which the next form would begin with.
  afterEach(() => sessionStorage.clear());

  it("reports missing fields by their rules, and sends nothing", async () => {
    const { api, user } = await open({ search: "?deal=new" });
    const drawer = within(await screen.findByRole("dialog", { name: "Add deal" }));
    await user.type(drawer.getByRole("textbox", { name: /^Probability/ }), "140");
    await user.click(drawer.getByRole("button", { name: "Create" }));
    expect(await drawer.findByText("Enter a title.")).toBeInTheDocument();
    expect(drawer.getByText("Enter a whole number from 0 to 100.")).toBeInTheDocument();
    expect(api.of("CreateDeal")).toEqual([]);
  });

  it("creates a deal of what was typed, in the notation of the person", async () => {
    const { api, user } = await open({ search: "?deal=new" });
    const drawer = within(await screen.findByRole("dialog", { name: "Add deal" }));
    await user.type(drawer.getByRole("textbox", { name: "Title" }), " Oven ");
    await user.type(drawer.getByRole("textbox", { name: "Value" }), "1,200.5");
    await user.click(drawer.getByRole("button", { name: "Create" }));
    await waitFor(() => expect(api.of("CreateDeal")).toHaveLength(1));
    expect(api.of("CreateDeal")[0]?.variables).toEqual({
      input: {
        customerId: "c1",
        title: "Oven",
        stage: "LEAD",
        value: "1200.50",
        currency: "BRL",
        probability: undefined,
        expectedCloseOn: null,
        ownerId: "0197c0de-0000-7000-8000-00000000a0a1",
        notes: null,
      },
    });
  });

  it("sends only what was changed", async () => {
    const { api, user } = await open({ search: "?deal=d1" });
    const drawer = within(await screen.findByRole("dialog", { name: "Edit deal" }));
    await user.type(drawer.getByRole("textbox", { name: /^Notes/ }), "Call first");
    await user.click(drawer.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(api.of("UpdateDeal")).toHaveLength(1));
    expect(api.of("UpdateDeal")[0]?.variables).toEqual({
      input: { id: "d1", version: 3, notes: "Call first" },
    });
  });
});

test("the address of a deleted deal says so, and offers to restore it", async () => {
  let now: ReturnType<typeof deal> | null = null;
  const api = await renderWithApi(<DealDrawers customerId="c1" currency="BRL" />, {
    role: "sales",
    path: "/customers/c1/deals?deal=d1",
    answers: [
      ["Deal", () => ({ deal: now })],
      ["People", () => ({ users: [] })],
      [
        "RestoreDeal",
        () => {
          now = deal();
          return { restoreDeal: saved(now) };
        },
      ],
    ],
  });
  const user = userEvent.setup();
  expect(await screen.findByText("This record has been deleted.")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Restore" }));
  expect(await screen.findByDisplayValue("New oven")).toBeInTheDocument();
  expect(api.of("RestoreDeal")[0]?.variables.input).toEqual({ id: "d1" });
});

test("people who may not write deals see that one was deleted, without a way to restore it", async () => {
  await renderWithApi(<DealDrawers customerId="c1" currency="BRL" />, {
    role: "viewer",
    path: "/customers/c1/deals?deal=d1",
    answers: [["Deal", () => ({ deal: null })]],
  });
  expect(await screen.findByText("This record has been deleted.")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Restore" })).not.toBeInTheDocument();
});

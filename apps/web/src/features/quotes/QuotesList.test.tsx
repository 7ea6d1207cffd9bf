import type { Role } from "@clientela/shared/records/roles";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { connectionOf, metric, money } from "../../test/connections.js";
import { renderWithApi } from "../../test/renderWithApi.js";
import { QuoteDrawers } from "./QuoteDrawers.js";
import { QuotesList } from "./QuotesList.js";

const quote = (id: string, status: string, part: object = {}) => ({
  __typename: "Quote",
  id,
  version: 2,
  number: `Q-${id}`,
  kind: "OFFER",
  status,
  issuedOn: "2026-11-02",
  validUntil: "2026-11-20",
  total: money("90.00"),
  ...part,
});

const line = {
  __typename: "DocumentLine",
  position: 1,
  description: "Flour",
  quantity: "2",
  unit: null,
  discount: "0",
  taxRate: "0",
  unitPrice: money("45.00"),
  total: money("90.00"),
};

const customer = {
  __typename: "Customer",
  id: "c1",
  summary: {
    __typename: "CustomerSummary",
    quotes: { __typename: "QuoteSummary", open: metric(1, "90.00"), accepted: metric(1, "55.00") },
  },
};

const whole = quote("1", "SENT", { currency: "BRL", notes: null, deal: null, lines: [line] });

async function open(search = "?show=quotes", role: Role = "admin") {
  const api = await renderWithApi(
    <>
      <QuotesList customerId="c1" />
      <QuoteDrawers customerId="c1" currency="BRL" />
    </>,
    {
      role,
      path: `/customers/c1/deals${search}`,
      answers: [
        [
          "QuotesList",
          () => ({
            customer: {
              ...customer,
              quotes: connectionOf([
                quote("1", "SENT"),
                quote("2", "ACCEPTED", { validUntil: null }),
              ]),
            },
          }),
        ],
        ["Quote", () => ({ quote: whole })],
        [
          "QuoteDrawers",
          () => ({ quote: { ...whole, orders: { ...connectionOf([]), __typename: "Orders" } } }),
        ],
        ["DealChoices", () => ({ customer: { ...customer, deals: connectionOf([]) } })],
        [
          "UpdateQuote",
          () => ({
            updateQuote: { __typename: "QuotePayload", quote: { ...whole, version: 3, customer } },
          }),
        ],
        ["CreateQuote", () => ({ createQuote: { quote: { ...whole, customer } } })],
      ],
    },
  );
  return { api, user: userEvent.setup() };
}

const rowOf = async (name: string) => {
  const grid = within(await screen.findByRole("grid"));
  const row = (await grid.findByText(name)).closest<HTMLElement>('[role="row"]');
  if (!row) throw new Error(`${name} is in no row`);
  return within(row);
};

describe("the quotes of a customer", () => {
  it("show until when they are valid, and that they have expired", async () => {
    await open();
    expect((await rowOf("Q-1")).getByText("expired")).toBeInTheDocument();
    expect((await rowOf("Q-2")).getByText("–")).toBeInTheDocument();
  });

  it("of one status come to what the server counted", async () => {
    const { api } = await open("?show=quotes&status=ACCEPTED");
    await rowOf("Q-1");
    const totals = within(screen.getAllByRole("row").at(-1) ?? document.body);
    expect(totals.getByText(/55\.00/)).toBeInTheDocument();
    expect(api.of("QuotesList")[0]?.variables.filter).toEqual({ status: ["ACCEPTED"] });
  });

  it("become orders, from the statuses that allow it, for people who may write orders", async () => {
    const { user } = await open();
    await user.click((await rowOf("Q-1")).getByRole("button", { name: "More actions for Q-1" }));
    expect(await screen.findByRole("menuitem", { name: "Create order" })).toBeInTheDocument();
  });

  it("are changed by the buttons of their drawer", async () => {
    const { api, user } = await open("?show=quotes&quote=1");
    const drawer = within(await screen.findByRole("dialog", { name: "Quote Q-1" }));
    await user.click(drawer.getByRole("button", { name: "Mark as accepted" }));
    await waitFor(() => expect(api.of("UpdateQuote")).toHaveLength(1));
    expect(api.of("UpdateQuote")[0]?.variables).toEqual({
      input: { id: "1", version: 2, status: "ACCEPTED" },
    });
  });
});

describe("the form of a quote", () => {
  afterEach(() => sessionStorage.clear());

  it("shows what each line lacks next to the line, and ignores empty lines", async () => {
    const { api, user } = await open("?show=quotes&editQuote=new");
    const drawer = within(await screen.findByRole("dialog", { name: "Add quote" }));
    await user.click(drawer.getByRole("button", { name: "Add line" }));
    await user.type(drawer.getByRole("textbox", { name: "Line 2: Unit price" }), "10");
    await user.click(drawer.getByRole("button", { name: "Create" }));
    expect(await drawer.findByText("Enter a description.")).toBeInTheDocument();
    expect(drawer.getByRole("textbox", { name: "Line 2: Description" })).toBeInvalid();
    expect(drawer.getByRole("textbox", { name: "Line 1: Description" })).toBeValid();
    await user.type(drawer.getByRole("textbox", { name: "Line 2: Description" }), "Salt");
    await user.click(drawer.getByRole("button", { name: "Create" }));
    await waitFor(() => expect(api.of("CreateQuote")).toHaveLength(1));
    expect(api.of("CreateQuote")[0]?.variables.input).toMatchObject({
      lines: [{ description: "Salt", quantity: "1", unitPrice: "10.00" }],
      validUntil: "2026-12-24",
    });
  });

  it("shows the net amount, the tax of each rate and the total while lines are typed", async () => {
    const { api, user } = await open("?show=quotes&editQuote=new");
    const drawer = within(await screen.findByRole("dialog", { name: "Add quote" }));
    const fill = async (place: number, texts: Readonly<Record<string, string>>) => {
      for (const [label, text] of Object.entries(texts)) {
        const input = drawer.getByRole("textbox", { name: `Line ${place}: ${label}` });
        await user.clear(input);
        await user.paste(text);
      }
    };
    const amountOf = (name: RegExp) =>
      drawer.getByRole("rowheader", { name }).closest("tr")?.querySelector("td")?.textContent;
    const first = { Description: "Course", Quantity: "2", Unit: "h", "Unit price": "50" };
    await fill(1, { ...first, "Discount %": "10", "Tax %": "23" });
    await user.keyboard("{Enter}");
    expect(drawer.getByRole("textbox", { name: "Line 2: Tax %" })).toHaveValue("23");
    await fill(2, { Description: "Stamp", "Unit price": "1.10", "Tax %": "6" });
    expect(amountOf(/^Subtotal/)).toContain("91.10");
    expect(amountOf(/^Tax of 23% on R\$90\.00/)).toContain("20.70");
    expect(amountOf(/^Tax of 6% on R\$1\.10/)).toContain("0.07");
    expect(amountOf(/^Total/)).toContain("111.87");
    await user.click(drawer.getByRole("button", { name: "Create" }));
    await waitFor(() => expect(api.of("CreateQuote")).toHaveLength(1));
    expect(api.of("CreateQuote")[0]?.variables.input).toMatchObject({
      lines: [
        { quantity: "2", unit: "h", unitPrice: "50.00", discount: "10", taxRate: "23" },
        { quantity: "1", unit: null, unitPrice: "1.10", discount: "0", taxRate: "6" },
      ],
    });
  });

  it("sends no unchanged lines", async () => {
    const { api, user } = await open("?show=quotes&editQuote=1");
    const drawer = within(await screen.findByRole("dialog", { name: "Quote Q-1" }));
    await user.type(drawer.getByRole("textbox", { name: /^Notes/ }), "Thank you");
    await user.click(drawer.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(api.of("UpdateQuote")).toHaveLength(1));
    expect(api.of("UpdateQuote")[0]?.variables).toEqual({
      input: { id: "1", version: 2, notes: "Thank you" },
    });
  });
});

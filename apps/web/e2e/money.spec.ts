import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/journey.js";

// Twelve digits, the longest that people meet in a year's total.
const price = "9876543210.12";
const whole = "R$9,876,543,210.12";
const lines = [{ description: "Ten years of service", quantity: "1", unitPrice: price }];
const overdue = { issuedOn: "2026-01-05", dueOn: "2026-02-05" };

async function make(page: Page, noun: string, input: object): Promise<string> {
  const name = `create${noun}`;
  const field = noun.toLowerCase();
  const answer = await page.request.post("/graphql", {
    headers: { "apollo-require-preflight": "true" },
    data: {
      query: `mutation ($input: Create${noun}Input!) { ${name}(input: $input) { ${field} { id } } }`,
      variables: { input },
    },
  });
  const body = await answer.json();
  expect(body).not.toHaveProperty("errors");
  return body.data[name][field].id;
}

/** The amounts in a part of the page, and those of them that what they stand in cuts off, or that stand over one another. */
const readAmounts = (part: Locator) =>
  part.evaluate((main) => {
    const amounts = [...main.querySelectorAll("[data-short]")].filter((one) =>
      one.checkVisibility({ visibilityProperty: true }),
    );
    const isCut = (amount: Element) => {
      const own = amount.getBoundingClientRect();
      for (let box = amount.parentElement; box && box !== main; box = box.parentElement) {
        const style = getComputedStyle(box);
        // What scrolls or is clipped as a whole page part is reached by scrolling.
        if (style.overflowX === "visible" || style.overflowX === "auto") continue;
        const { left, right } = box.getBoundingClientRect();
        if (own.left < left - 1 || own.right > right + 1) return true;
      }
      return false;
    };
    const boxes = amounts.map((one) => one.getBoundingClientRect());
    const meets = (a: DOMRect, b: DOMRect) =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    return {
      titles: amounts.map((one) => one.getAttribute("title")),
      wrong: amounts
        .filter(
          (one, at) =>
            isCut(one) || boxes.some((box, other) => other > at && meets(boxes[at] ?? box, box)),
        )
        .map((one) => one.parentElement?.outerHTML.slice(0, 200)),
    };
  });

/** The amounts on screen that stand out of the nearest element that a selector finds around them. */
const besideTheirPlace = (page: Page, place: string) =>
  page
    .getByRole("main")
    .locator("[data-short]")
    .evaluateAll(
      (all, selector) =>
        all
          .filter((one) => {
            const own = one.getBoundingClientRect();
            const box = one.closest(selector)?.getBoundingClientRect();
            return box !== undefined && (own.left < box.left - 1 || own.right > box.right + 1);
          })
          .map((one) => one.parentElement?.outerHTML.slice(0, 200)),
      place,
    );

test("pay 10k, read amounts of twelve digits in every place, and print the profile", async ({
  page,
}) => {
  const customerId = await make(page, "Customer", {
    legalName: "Usina das Grandes Contas",
    currency: "BRL",
    address: { city: "Itu", country: "BR" },
  });
  await make(page, "Deal", { customerId, title: "Ten years", value: price });
  const quoteId = await make(page, "Quote", { customerId, lines });
  const orderId = await make(page, "Order", { customerId, lines, status: "OPEN" });
  const invoiceId = await make(page, "Invoice", {
    customerId,
    lines,
    status: "AUTHORIZED",
    ...overdue,
  });
  await make(page, "Invoice", {
    customerId,
    kind: "PURCHASE",
    number: "F-1",
    lines,
    status: "PENDING",
    ...overdue,
  });
  const profile = `/customers/${customerId}`;

  for (const width of [1280, 375]) {
    await test.step(`every amount can be read at ${width} px`, async () => {
      await page.setViewportSize({ width, height: 800 });
      for (const place of [
        "/customers?q=usina+das+grandes",
        `${profile}/overview`,
        `${profile}/documents?show=orders`,
        `${profile}/documents?show=sales`,
        `${profile}/documents?show=purchases`,
        `${profile}/deals?show=deals`,
        `${profile}/deals?show=quotes`,
        "/receivables?sort=-total",
      ]) {
        await page.goto(place);
        const amount = page.getByRole("main").getByTitle(whole).filter({ visible: true }).first();
        await expect(amount, `${place} at ${width} px`).toBeVisible();
        const { wrong } = await readAmounts(page.getByRole("main"));
        expect.soft(wrong, `amounts cut or covered: ${place} at ${width} px`).toEqual([]);
      }
    });
  }

  await test.step("the list shows what is owed and overdue without being scrolled sideways", async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto("/customers?q=usina+das+grandes");
    const grid = page.getByRole("grid", { name: "Customers" });
    const row = grid.getByRole("row").filter({ hasText: "Usina das Grandes" }).first();
    for (const amount of await row.getByTitle(whole).all())
      await expect(amount).toBeInViewport({ ratio: 1 });
    for (const name of [/^Name/, /^Status/, /^Owner/, /^Outstanding/, /^Overdue/])
      await expect(grid.getByRole("columnheader", { name })).toBeInViewport({ ratio: 1 });
  });

  await test.step("on a phone, amounts say what they are", async () => {
    await page.setViewportSize({ width: 375, height: 800 });
    await page.goto("/customers?q=usina+das+grandes");
    const row = page.getByRole("gridcell").filter({ hasText: "Usina das Grandes" }).first();
    await expect(row).toContainText(`Overdue ${whole}`);
    await page.getByRole("button", { name: "More", exact: true }).last().click();
    await page.getByRole("menuitem", { name: "Receivables" }).click();
    const account = page.getByRole("gridcell").filter({ hasText: "Usina das Grandes" }).first();
    await expect(account).toContainText(`Total ${whole}`);
    await expect(account).toContainText(`Overdue ${whole}`);
    await expect(account.getByRole("img", { name: /^Over 90 days: / })).toBeVisible();
  });

  for (const width of [1280, 320]) {
    await test.step(`drawers show every amount at ${width} px`, async () => {
      await page.setViewportSize({ width, height: 800 });
      for (const place of [
        `/customers?q=usina+das+grandes&peek=${customerId}`,
        `${profile}/documents?show=orders&order=${orderId}`,
        `${profile}/documents?show=sales&invoice=${invoiceId}`,
        `${profile}/deals?show=quotes&quote=${quoteId}`,
      ]) {
        await page.goto(place);
        const drawer = page.getByRole("dialog");
        await expect(drawer.getByTitle(whole).first(), `${place} at ${width} px`).toBeVisible();
        const { wrong } = await readAmounts(drawer);
        expect.soft(wrong, `amounts cut or covered: ${place} at ${width} px`).toEqual([]);
        const sideways = await drawer.evaluate((root) =>
          [root, ...root.querySelectorAll("*")].some(
            (one) =>
              one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === "auto",
          ),
        );
        expect.soft(sideways, `scrolls sideways: ${place} at ${width} px`).toBe(false);
      }
    });
  }

  await page.setViewportSize({ width: 1280, height: 800 });
  await test.step("pay 10k of it", async () => {
    await page.goto(`${profile}/documents?show=sales`);
    await page
      .getByRole("main")
      .getByRole("gridcell", { name: /^I-\d+$/ })
      .click();
    await page.getByRole("dialog").getByRole("button", { name: "Register payment" }).click();
    const payment = page.getByRole("dialog", { name: /^Payment of invoice/ });
    const amount = payment.getByLabel("Amount in BRL");
    await amount.fill("10k");
    await amount.blur();
    await expect(amount).toHaveValue("10,000.00");
    await payment.getByRole("button", { name: "Register payment" }).click();
    await expect(payment).toBeHidden();
    await expect(page.getByRole("main").getByTitle("R$9,876,533,210.12").first()).toBeAttached();
  });

  await test.step("the profile prints as a document", async () => {
    await page.goto(`${profile}/overview`);
    await expect(page.getByRole("main").getByTitle(whole).first()).toBeVisible();
    await page.emulateMedia({ media: "print" });
    // As wide as a page of A4 is between its margins: what is beside the tabs on a screen belongs on paper too.
    await page.setViewportSize({ width: 718, height: 1000 });
    const heading = page.getByRole("heading", { level: 1, name: "Usina das Grandes Contas" });
    await expect(heading).toBeVisible();
    await expect(page.getByText("Itu").first()).toBeVisible();
    for (const role of ["button", "textbox"] as const) {
      const inked = page.getByRole(role).filter({ hasNotText: /\S/ });
      await expect(inked.filter({ visible: true })).toHaveCount(0);
    }
    await expect(page.getByRole("navigation", { name: "Main navigation" })).toBeHidden();
    await expect(page.getByRole("button", { name: "Add task" })).toBeHidden();
    // On paper no amount is shortened.
    const shortened = await page
      .getByRole("main")
      .locator("[data-short]")
      .evaluateAll((all) => all.filter((one) => one.firstElementChild?.clientWidth === 1).length);
    expect(shortened).toBe(0);
    expect(await besideTheirPlace(page, "li")).toEqual([]);
    const paper = (await page.pdf({ format: "A4" })).toString("latin1");
    expect(paper.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(3);
  });

  await test.step("the list prints its amounts within their columns", async () => {
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize({ width: 794, height: 1100 });
    await page.goto("/customers?q=usina+das+grandes");
    await expect(page.getByRole("main").getByTitle("R$9,876,533,210.12").first()).toBeAttached();
    await page.emulateMedia({ media: "print" });
    expect(await besideTheirPlace(page, "[role='gridcell']")).toEqual([]);
    const broken = await page
      .getByRole("grid")
      .locator("[data-short]")
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height > 20).length);
    expect(broken).toBe(0);
  });
});

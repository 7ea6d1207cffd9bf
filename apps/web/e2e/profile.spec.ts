import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.js";
import { expect, test } from "./support/journey.js";
import { tabTo } from "./support/keyboard.js";

const LARGEST = `{
  customers(first: 25, orderBy: { field: OUTSTANDING, direction: DESC }) {
    nodes { id summary { invoices { authorized { count } overdue { count } } } }
  }
}`;

interface Debtor {
  id: string;
  summary: { invoices: Record<"authorized" | "overdue", { count: number }> };
}

/** The profile of the demo customer with the most open invoices. */
async function openDebtor(page: Page, tab = "overview"): Promise<void> {
  const answer = await page.request.post("/graphql", {
    headers: { "apollo-require-preflight": "true" },
    data: { query: LARGEST },
  });
  const { data } = await answer.json();
  const open = ({ summary: { invoices } }: Debtor) =>
    invoices.authorized.count + invoices.overdue.count;
  const debtors: Debtor[] = data.customers.nodes;
  const [debtor] = debtors.sort((one, other) => open(other) - open(one));
  await page.goto(`/customers/${debtor?.id}/${tab}`);
  await expect(page.getByRole("region", { name: "At a glance" })).toBeVisible();
}

const topOf = async (page: Page, name: string) =>
  (await page.getByRole("navigation", { name }).boundingBox())?.y ?? Number.NaN;

test("an address of a profile without a tab keeps what it opens", async ({ page }) => {
  await openDebtor(page);
  const [, id] = /customers\/([^/]+)/.exec(page.url()) ?? [];
  await page.goto(`/customers/${id}?conversation=new`);
  const drawer = page.getByRole("dialog", { name: "Log conversation" });
  const time = drawer.getByRole("textbox", { name: "Time" });
  await time.fill("9h30");
  await time.press("Tab");
  await expect(time).toHaveValue("09:30");
});

test("the profile answers first, and its tabs stay in reach", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });

  await test.step("what is owed, since when, what is next and who spoke last are seen at once", async () => {
    await openDebtor(page);
    const glance = page.getByRole("region", { name: "At a glance" });
    for (const name of ["Owes", "Overdue since", "Next step", "Last contact"])
      await expect(glance.getByRole("region", { name })).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole("region", { name: "Summary" })).toBeInViewport({ ratio: 1 });
    expect(await topOf(page, "Profile sections")).toBeLessThan(400);
    await expectAccessible(page, "the top of a profile");
  });

  await test.step("what is overdue stands before what is newest", async () => {
    const invoices = page
      .getByRole("region", { name: "Invoices", exact: true })
      .last()
      .getByRole("listitem");
    await expect(invoices.filter({ hasText: /\d late$|days late$/ })).toHaveCount(3);
  });

  await test.step("the answers lead to what they are about, by keys", async () => {
    await tabTo(page, page.getByRole("region", { name: "Owes" }).getByRole("link"));
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/documents\?show=sales&state=outstanding/);
  });

  await test.step("a tab shows twelve rows, under tabs that stick", async () => {
    const rows = page.getByRole("main").locator("[data-row]");
    await expect(page.getByRole("gridcell", { name: /^I-\d+$/ }).first()).toBeVisible();
    await page.locator("#content").evaluate((main) => {
      main.scrollTop = main.scrollHeight;
    });
    await expect(page.getByRole("navigation", { name: "Profile sections" })).toBeInViewport({
      ratio: 1,
    });
    expect(await topOf(page, "Profile sections")).toBeLessThanOrEqual(64);
    const bottom = await page
      .getByRole("grid")
      .evaluate((grid) => Math.min(grid.getBoundingClientRect().bottom, window.innerHeight));
    const whole = await rows.evaluateAll(
      (all, end) =>
        all
          .map((row) => row.getBoundingClientRect())
          .filter(({ top, bottom: own }) => top > 80 && own <= end).length,
      bottom,
    );
    expect(whole).toBeGreaterThanOrEqual(12);
  });

  await test.step("a list prints under its name, without what is pressed", async () => {
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("heading", { level: 2, name: "Sales invoices" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Add invoice" })).toBeHidden();
    await page.emulateMedia({ media: "screen" });
    await expect(page.getByRole("heading", { level: 2, name: "Sales invoices" })).toBeHidden();
  });

  await test.step("contact data stand once", async () => {
    await page
      .getByRole("navigation", { name: "Profile sections" })
      .getByRole("link", { name: "Contact details" })
      .click();
    const main = page.getByRole("main");
    await expect(main.getByText("Legal name", { exact: true })).toHaveCount(1);
    await expect(page.getByRole("complementary", { name: "Customer details" })).toHaveCount(0);
  });
});

test("the answers fit a phone", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await openDebtor(page);
  for (const name of ["Owes", "Overdue since", "Next step", "Last contact"])
    await expect(page.getByRole("region", { name, exact: true })).toBeInViewport({ ratio: 1 });
  const sideways = await page
    .getByRole("main")
    .evaluate((main) => main.scrollWidth > main.clientWidth + 1);
  expect(sideways).toBe(false);
});

import type { Page } from "@playwright/test";
import { customerBy } from "./support/customers.js";
import { expect, test } from "./support/journey.js";

interface Shift extends PerformanceEntry {
  value: number;
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

/** What moved by itself since the page was opened: each time by how much, what, from where and to where. */
function shifts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type: "layout-shift", buffered: true });
    const isShift = (entry: PerformanceEntry): entry is Shift => "sources" in entry;
    const at = ({ x, y, width, height }: DOMRectReadOnly) => `${x},${y} ${width}x${height}`;
    return observer
      .takeRecords()
      .filter(isShift)
      .filter(({ value }) => value > 0.002)
      .map(({ value, sources }) => {
        const moved = sources.map(({ node, previousRect, currentRect }) => {
          const element = node instanceof Element ? node : node?.parentElement;
          const name = element?.outerHTML.slice(0, 80) ?? "(gone)";
          return `${name}: ${at(previousRect)} -> ${at(currentRect)}`;
        });
        return [value.toFixed(4), ...moved].join("; ");
      });
  });
}

/** Opens a tab of a profile whose summary comes after all else. */
async function openLate(page: Page, id: string, tab: string): Promise<void> {
  let come = () => {};
  const late = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route("**/graphql", async (route) => {
    if (route.request().postData()?.includes("query ProfilePage(")) await late;
    await route.continue();
  });
  await page.goto(`/customers/${id}/${tab}`);
  const tabs = page.getByRole("navigation", { name: "Profile sections", includeHidden: true });
  await expect(
    tabs.getByRole("link", { name: /^Orders & invoices \d/, includeHidden: true }),
  ).toBeAttached();
  come();
  await expect(page.getByRole("region", { name: "Summary", includeHidden: true })).toBeAttached();
  await expect(tabs).toBeVisible();
  await page.unroute("**/graphql");
}

for (const [width, height] of [
  [1280, 800],
  [375, 800],
] as const) {
  test(`nothing jumps while a profile comes in, ${width} wide`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const purchases of ["some", "none"] as const) {
      await openLate(page, await customerBy(page, purchases), "overview");
      await expect(page.getByRole("heading", { name: "Activity" })).toBeVisible();
      expect(await shifts(page), `with ${purchases}`).toEqual([]);
    }
  });
}

/** Waits for the font, with which text moves a little whatever is read, and until it is drawn. */
function fontIsThere(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await document.fonts.load("14px 'Inter Variable'");
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
}

/** Pages that read something, each with the query that it waits for. */
const pages = [
  ["/settings", "Organisation"],
  ["/settings/people", "PeopleList"],
  ["/settings/keys", "KeyList"],
  ["/settings/webhooks", "WebhookList"],
  ["/settings/account", "Sessions"],
  ["/customers", "CustomersPage"],
  ["/customers/trash", "TrashPage"],
  ["/customers/duplicates", "DuplicatesPage"],
  ["/imports", "ImportsPage"],
  ["/past-exports", "ExportsPage"],
  ["/work", "WorkCounts"],
  ["/receivables", "AccountsPage"],
] as const;

for (const [path, query] of pages) {
  test(`nothing jumps on a phone when what ${path} shows comes in`, async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 800 });
    let come = () => {};
    const late = new Promise<void>((resolve) => {
      come = resolve;
    });
    let isRequested = false;
    await page.route("**/graphql", async (route) => {
      if (route.request().postData()?.includes(`query ${query}`)) {
        isRequested = true;
        await late;
      }
      await route.continue();
    });
    await page.goto(path);
    await expect.poll(() => isRequested).toBe(true);
    await fontIsThere(page);
    // A list shows where its rows will be only to those who wait a while.
    if ((await page.getByRole("grid").count()) > 0)
      await expect(page.locator("[aria-busy=true] [data-row]").first()).toBeVisible();
    const before = await shifts(page);
    const answered = page.waitForResponse((response) =>
      Boolean(response.request().postData()?.includes(`query ${query}`)),
    );
    come();
    await answered;
    await page.waitForLoadState("networkidle");
    expect((await shifts(page)).slice(before.length)).toEqual([]);
  });
}

test("the tab on screen stays in sight on a phone when the counts come", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await openLate(page, await customerBy(page, "some"), "files");
  const tabs = page.getByRole("navigation", { name: "Profile sections" });
  await expect(tabs.getByRole("link", { name: /^Files/ })).toBeInViewport({ ratio: 0.95 });
});

test("the search of the list keeps its width on a phone while the filters come", async ({
  page,
}) => {
  await page.setViewportSize({ width: 375, height: 800 });
  let come = () => {};
  const late = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route("**/assets/FilterSheet-*.js", async (route) => {
    await late;
    await route.continue();
  });
  await page.goto("/customers");
  const search = page.getByRole("searchbox", { name: "Search customers" });
  await expect(page.getByRole("grid").getByRole("link").first()).toBeVisible();
  const before = await search.boundingBox();
  // Pressed before they are there, the button opens them once they are.
  const filter = page.getByRole("button", { name: "Filter", exact: true });
  await filter.click();
  await expect(filter).toHaveAttribute("aria-busy", "true");
  come();
  await expect(page.getByRole("dialog", { name: "Filter" })).toBeVisible();
  expect(await search.boundingBox()).toEqual(before);
});

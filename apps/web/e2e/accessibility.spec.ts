import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/journey.js";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function expectAccessible(page: Page, place: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  const told = violations.map(
    ({ id, nodes }) =>
      `${place}: ${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
  expect(told).toEqual([]);
}

async function settled(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await page.waitForLoadState("networkidle");
}

async function firstProfile(page: Page): Promise<string> {
  await settled(page, "/customers");
  const link = page.getByRole("row").getByRole("link").first();
  const href = await link.getAttribute("href");
  return (href ?? "").split("/").slice(0, 3).join("/");
}

for (const scheme of ["light", "dark"] as const) {
  test.describe(`in ${scheme}`, () => {
    test.use({ colorScheme: scheme });

    test(`every page of the app passes WCAG 2.2 AA (axe) in ${scheme}`, async ({ page }) => {
      test.setTimeout(240_000);
      const profile = await firstProfile(page);
      const tabs = ["overview", "details", "projects", "documents", "deals", "files"];
      const pages = [
        "/customers",
        ...tabs.map((tab) => `${profile}/${tab}`),
        "/imports",
        "/imports/new",
        "/developers",
        "/settings",
        "/nowhere",
      ];
      for (const path of pages) {
        await settled(page, path);
        await expectAccessible(page, path);
      }
    });

    test(`drawers, menus and the palette pass WCAG 2.2 AA (axe) in ${scheme}`, async ({ page }) => {
      await settled(page, "/customers?new=1");
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectAccessible(page, "the drawer for a new customer");
      await settled(page, "/customers");
      await page.keyboard.press("ControlOrMeta+k");
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectAccessible(page, "the palette");
      await page.keyboard.press("Escape");
    });

    test(`the pages before sign-in pass WCAG 2.2 AA (axe) in ${scheme}`, async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({
        colorScheme: scheme,
        storageState: { cookies: [], origins: [] },
        baseURL: baseURL ?? "",
      });
      const page = await context.newPage();
      for (const path of ["/sign-in", "/welcome?token=none", "/join?token=none"]) {
        await settled(page, path);
        await expectAccessible(page, path);
      }
      await context.close();
    });
  });
}

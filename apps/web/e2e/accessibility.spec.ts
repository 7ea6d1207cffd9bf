import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.js";
import { heading, run, toReview, upload } from "./support/importing.js";
import { expect, test } from "./support/journey.js";

// Axe takes a second or so for each of the many things there are to see.
test.describe.configure({ timeout: 240_000 });

test.describe("before sign-in", () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test("axe finds nothing at the door", async ({ page, refusals }) => {
    refusals.push("401 /graphql", "401 /api/auth/sign-in/email");
    await page.goto("/sign-in");
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await expectAccessible(page, "sign-in");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expectAccessible(page, "sign-in with errors");
    await page.goto("/welcome?token=none");
    await expect(page.getByRole("button", { name: "Create account" })).toBeVisible();
    await expectAccessible(page, "first admin");
    await page.goto("/join?token=none");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page, "invitation");
  });
});

test("axe finds nothing in the list and over it", async ({ page }) => {
  const grid = page.getByRole("grid", { name: "Customers" });
  await page.goto("/customers");
  await expect(grid.getByRole("link").first()).toBeVisible();
  await expectAccessible(page, "list");

  await grid
    .getByRole("checkbox", { name: /^Select / })
    .nth(1)
    .check();
  await expectAccessible(page, "list with a selection");

  for (const [opener, what, within] of [
    ["Filter", "filters", "[role=menu]"],
    ["Columns and row height", "columns", "[role=menu]"],
    ["Column City", "menu of a column", "[role=menu]"],
    ["More", "menu of the list", "[role=menu]"],
    [/Administra/, "menu of the person", "[role=menu]"],
  ] as const) {
    const button = page.getByRole("button", { name: opener, exact: true }).first();
    await button.click();
    await expect(button).toHaveAttribute("aria-expanded", "true");
    await expectAccessible(page, what, within);
    await page.keyboard.press("Escape");
    await expect(button).toHaveAttribute("aria-expanded", "false");
  }

  await page.keyboard.press("Control+k");
  await page.getByRole("textbox", { name: "Search and commands" }).fill("autopecas");
  await expect(page.getByRole("dialog").getByText("Autopeças").first()).toBeVisible();
  await expectAccessible(page, "command palette", "[role=dialog]");
  await page.keyboard.press("Escape");

  await overlay(page, "/customers?new=1", "Add customer", async (dialog) => {
    await dialog.getByRole("button", { name: "More fields" }).click();
    await dialog.getByRole("button", { name: "Create" }).click();
    await expect(dialog.getByText("Enter a legal name.")).toBeVisible();
  });
  const profile = await grid.getByRole("link").first().getAttribute("href");
  const id = /customers\/([^/]+)/.exec(profile ?? "")?.[1];
  await overlay(page, `/customers?peek=${id}`, /./, async (dialog) => {
    await expect(dialog.getByText(/^C-\d+/).first()).toBeVisible();
  });
  await page.goto("/customers");
  await expect(grid.getByRole("link").first()).toBeVisible();
  await page.goto("/past-exports");
  await expect(page.getByRole("heading", { level: 1, name: "Previous exports" })).toBeVisible();
  await expectAccessible(page, "past exports");
  await page.goto("/customers");
  await expect(grid.getByRole("link").first()).toBeVisible();
  await page.keyboard.press("e");
  await expect(page.getByRole("dialog", { name: "Export", exact: true })).toBeVisible();
  await expectAccessible(page, "export", "[role=dialog]");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Copy as API call" }).click();
  await expect(page.getByRole("dialog", { name: "Copy as API call" })).toBeVisible();
  await expectAccessible(page, "list as an API call", "[role=dialog]");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Save as view" }).click();
  await expect(page.getByRole("dialog", { name: "Save as view" })).toBeVisible();
  await expectAccessible(page, "save as a view", "[role=dialog]");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await expectAccessible(page, "keyboard shortcuts", "[role=dialog]");
  await page.goto("/customers?q=nothing+is+called+so");
  await expect(page.getByText(/^No (customers match|results)/)).toBeVisible();
  await expectAccessible(page, "list without a match");
});

test("axe finds nothing in what customers owe, in a customer beside it, and in a reminder", async ({
  page,
}) => {
  await page.goto("/receivables");
  const grid = page.getByRole("grid", { name: "Receivables" });
  await expect(grid.getByRole("img").first()).toBeVisible();
  await expectAccessible(page, "receivables");
  await grid.getByRole("gridcell").nth(1).click();
  const account = page.getByRole("dialog");
  await expect(account.getByRole("table", { name: "Open invoices", exact: true })).toBeVisible();
  await expectAccessible(page, "account", "[role=dialog]");
  await account.getByRole("button", { name: "Write reminder" }).click();
  const reminder = page.getByRole("dialog", { name: "Write reminder" });
  await expect(reminder.getByRole("link", { name: "Open in mail program" })).toBeVisible();
  await expectAccessible(page, "reminder", "[role=dialog]");
});

test("axe finds nothing in a profile and over it", async ({ page }) => {
  await page.goto("/customers?q=autopecas+tres+irmaos");
  await page.getByRole("grid").getByRole("link").first().click();
  const tabs = page.getByRole("navigation", { name: "Profile sections" });
  for (const [tab, adds] of [
    ["Overview", []],
    ["Contact details", ["Add contact"]],
    ["Projects", ["Add project"]],
    ["Orders & invoices", ["Add order"]],
    ["Deals & quotes", ["Add deal"]],
    ["Files", []],
  ] as const) {
    await tabs.getByRole("link", { name: tab }).click();
    await expect(tabs.getByRole("link", { name: tab })).toHaveAttribute("aria-current", "page");
    await expect(page.getByRole("main").locator("[aria-busy=true]")).toHaveCount(0);
    await expectAccessible(page, tab);
    for (const add of adds) {
      await page.getByRole("main").getByRole("button", { name: add }).first().click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectAccessible(page, add, "[role=dialog]");
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
    }
  }
  await tabs.getByRole("link", { name: "Projects" }).click();
  await page
    .getByRole("navigation", { name: "Projects" })
    .getByRole("link", { name: "Tasks" })
    .click();
  await expect(page.getByRole("navigation", { name: "Filter tasks" })).toBeVisible();
  await expectAccessible(page, "tasks");
  for (const menu of ["New", "More"]) {
    await page.getByRole("banner").getByRole("button", { name: menu }).click();
    await expect(page.getByRole("menu")).toBeVisible();
    await expectAccessible(page, `menu ${menu} of the profile`, "[role=menu]");
    await page.keyboard.press("Escape");
  }
});

test("axe finds nothing in an import", async ({ page }) => {
  await page.goto("/imports/new");
  await expect(heading(page, "Upload a file")).toBeVisible();
  await expectAccessible(page, "upload");
  await upload(page, {
    name: "zugänglich.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(
      `Legal name,Tax ID,City,Country,Colour\nAcessível ${Date.now()} Ltda,,Natal,BR,red\nErrada SA,11.444.777/0001-99,Natal,BR,blue\n`,
    ),
  });
  await expectAccessible(page, "match");
  await toReview(page);
  await expectAccessible(page, "review");
  const bad = page.getByRole("grid", { name: "Rows" }).getByRole("row", { name: /Errada SA/ });
  await bad.getByRole("gridcell", { name: "11.444.777/0001-99", exact: true }).click();
  await expect(page.getByRole("combobox", { name: /^Tax ID, line/ })).toBeFocused();
  await expectAccessible(page, "a cell that is fixed");
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  await page.getByRole("textbox", { name: "Find" }).fill("Natal");
  await expect(page.getByText("In 2 rows")).toBeVisible();
  await expectAccessible(page, "find and replace");
  await page.keyboard.press("Escape");
  await bad.getByRole("checkbox").click();
  await expect(page.getByRole("region", { name: "Selected rows" })).toBeVisible();
  await expectAccessible(page, "rows that are chosen");
  await page.keyboard.press("Escape");
  await bad.getByText("Error", { exact: true }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page, "a row", "[role=dialog]");
  await page.keyboard.press("Escape");
  await run(page);
  await expectAccessible(page, "result");
  await page.getByRole("button", { name: "Undo import" }).click();
  await expect(page.getByRole("dialog").getByText(/^The record it created/)).toBeVisible();
  await expectAccessible(page, "undo", "[role=dialog]");
  await page.keyboard.press("Escape");
  await page.goto("/imports");
  await expect(page.getByRole("link", { name: "zugänglich.csv" }).first()).toBeVisible();
  await expectAccessible(page, "imports");
});

test("axe finds nothing in settings, developers, playground and nowhere", async ({ page }) => {
  for (const [path, title] of [
    ["/work", "My work"],
    ["/work?show=invoices", "My work"],
    ["/deals", "Deals"],
    ["/invoices?show=purchases", "Invoices"],
    ["/settings", /./],
    ["/settings/people", /./],
    ["/settings/keys", /./],
    ["/settings/webhooks", /./],
    ["/settings/account", /./],
    ["/developers", "Developers"],
    ["/nowhere", "This page does not exist"],
    ["/graphiql", "Playground"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole("main").locator("[aria-busy=true]")).toHaveCount(0);
    if (path === "/graphiql")
      await expect(page.getByRole("region", { name: "Operation Editor" })).toContainText("query");
    await expectAccessible(page, path);
  }

  await page.goto("/settings");
  await page.getByRole("button", { name: /^Currency: / }).click();
  await expect(page.getByRole("option", { name: "BRL" })).toBeVisible();
  await expectAccessible(page, "a long choice in its place");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 375, height: 812 } });

  test("axe finds nothing in list, filters and profile", async ({ page }) => {
    await page.goto("/customers?q=autopecas");
    await expect(page.getByRole("grid").getByRole("link").first()).toBeVisible();
    await expectAccessible(page, "list at 375 px");
    await page.getByRole("button", { name: /^Filter/ }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(page, "filters at 375 px", "[role=dialog]");
    await page.keyboard.press("Escape");
    await page.getByRole("grid").getByRole("link").first().click();
    await expect(page.getByRole("navigation", { name: "Profile sections" })).toBeVisible();
    await expectAccessible(page, "profile at 375 px");
  });
});

async function overlay(
  page: Page,
  path: string,
  name: string | RegExp,
  prepare: (dialog: ReturnType<Page["getByRole"]>) => Promise<void>,
): Promise<void> {
  await page.goto(path);
  const dialog = page.getByRole("dialog", { name });
  await expect(dialog).toBeVisible();
  await prepare(dialog);
  await expectAccessible(page, path, "[role=dialog]");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
}

test.describe("in the colours that people choose themselves", () => {
  test.use({ contextOptions: { forcedColors: "active" } });

  test("what is current or selected can be distinguished", async ({ page }) => {
    await page.goto("/customers");
    const grounds = (links: Locator) =>
      links.evaluateAll((all) =>
        all.map((one) => [
          one.getAttribute("aria-current") === "page",
          getComputedStyle(one).backgroundColor,
        ]),
      );
    await expect(page.getByRole("grid", { name: "Customers" })).toBeVisible();
    for (const name of ["Main navigation", "Views"]) {
      const links = page.getByRole("navigation", { name }).getByRole("link");
      const seen = await grounds(links);
      const current = seen.find(([isCurrent]) => isCurrent)?.[1];
      const others = seen.filter(([isCurrent]) => !isCurrent).map(([, ground]) => ground);
      expect(current, name).toBeDefined();
      expect(others, name).not.toContain(current);
    }
    await page.goto("/receivables");
    const buckets = page.getByRole("navigation", { name: "Days past due" }).getByRole("link");
    await expect(buckets.first()).toBeVisible();
    const pages = page.getByRole("navigation", { name: "Main navigation" }).getByRole("link");
    const [, highlight] = (await grounds(pages)).find(([isCurrent]) => isCurrent) ?? [];
    await expect(buckets.first()).toHaveCSS("background-color", String(highlight));
    await expect(buckets.nth(1)).not.toHaveCSS("background-color", String(highlight));
  });
});

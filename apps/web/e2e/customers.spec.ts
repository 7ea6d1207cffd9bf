import { expect, test } from "./support/journey.js";

test("add a customer, find it without accents, and open its tabs", async ({ page }) => {
  const name = "Padaria São Bento do Sul Ltda";
  const drawer = page.getByRole("dialog", { name: "Add customer" });
  await page.goto("/customers");

  await test.step("what is missing is said at the field", async () => {
    await page.getByRole("button", { name: "Add customer" }).click();
    await drawer.getByRole("button", { name: "Create" }).click();
    await expect(drawer.getByText("Enter a legal name.")).toBeVisible();
    await expect(drawer.getByLabel("Legal name")).toBeFocused();
  });

  await test.step("a tax ID with a wrong check digit is refused", async () => {
    await drawer.getByLabel("Legal name").fill(name);
    await drawer.getByLabel(/^CNPJ/).fill("11.222.333/0001-80");
    await drawer.getByLabel("Street").fill("Rua Visconde de Taunay");
    await drawer.getByRole("button", { name: "Create" }).click();
    await expect(drawer.getByText(/check digits do not fit/)).toBeVisible();
  });

  await test.step("the right one is taken", async () => {
    await drawer.getByLabel(/^CNPJ/).fill("11222333000181");
    await drawer.getByLabel(/^Number/).fill("123");
    await drawer.getByLabel("City").fill("São Bento do Sul");
    await drawer.getByLabel("Region").fill("SC");
    await drawer.getByLabel("Postal code").fill("89280-000");
    await drawer.getByRole("button", { name: "Create" }).click();
    await expect(page.getByText(`${name} was added`)).toBeVisible();
    await expect(drawer).toBeHidden();
  });

  await test.step("the same tax ID a second time is refused, with a link to who has it", async () => {
    await page.getByRole("button", { name: "Add customer" }).click();
    await drawer.getByLabel("Legal name").fill("Padaria Sao Bento");
    await drawer.getByLabel(/^CNPJ/).fill("11.222.333/0001-81");
    await drawer.getByLabel("City").fill("Joinville");
    await drawer.getByRole("button", { name: "Create" }).click();
    await expect(drawer.getByText("Another customer already has this tax ID.")).toBeVisible();
    await expect(drawer.getByRole("link", { name })).not.toHaveCount(0);
    await drawer.getByRole("button", { name: "Cancel" }).click();
    await expect(drawer).toBeHidden();
  });

  await test.step("the search knows neither accents nor punctuation", async () => {
    const search = page.getByRole("searchbox", { name: "Search customers" });
    await search.fill("padaria sao bento do sul");
    await expect(page.getByText("Rows 1–1 of 1")).toBeVisible();
    await expect(page.getByRole("grid").getByRole("link", { name })).toBeVisible();
    await search.fill("11222333/0001");
    await expect(page.getByRole("grid").getByRole("link", { name })).toBeVisible();
    await expect(page).toHaveURL(/11222333/);
  });

  await test.step("the profile shows it, with every tab", async () => {
    await page.getByRole("grid").getByRole("link", { name }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByText("11.222.333/0001-81").first()).toBeVisible();
    const tabs = page.getByRole("navigation", { name: "Profile sections" });
    for (const tab of [
      "Contact details",
      "Projects",
      "Orders & invoices",
      "Deals & quotes",
      "Files",
      "Overview",
    ]) {
      await tabs.getByRole("link", { name: tab }).click();
      await expect(tabs.getByRole("link", { name: tab })).toHaveAttribute("aria-current", "page");
      await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
    }
    await expect(page.getByText(/created the customer/)).toBeVisible();
  });
});

test("the list is sorted by what is overdue, the largest first, and as a link says", async ({
  page,
}) => {
  const grid = page.getByRole("grid", { name: "Customers" });
  const header = grid.getByRole("columnheader", { name: /^Overdue/ });
  const inReais = async () => {
    const place = Number(await header.getAttribute("aria-colindex")) - 1;
    const cells = grid.locator(`[role=gridcell][data-cell$=":${place}"]`);
    await expect(cells.first()).toBeVisible();
    return (await cells.allTextContents()).map((text) =>
      Number(/R\$([\d,.]+)/.exec(text)?.[1]?.replaceAll(",", "") ?? 0),
    );
  };

  await test.step("a click shows the customers who owe the most", async () => {
    await page.goto("/customers");
    await header.getByText("Overdue").click();
    await expect(header).toHaveAttribute("aria-sort", "descending");
    await expect(page).toHaveURL(/sort=-overdue/);
    // The rows of the order before stay until those of this one are there.
    await expect(async () => {
      const amounts = await inReais();
      expect(amounts[0]).toBeGreaterThan(0);
      expect(amounts.length).toBeGreaterThan(5);
      expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    }).toPass({ timeout: 15_000 });
  });

  await test.step("another one those who owe nothing, and so does a link", async () => {
    await header.getByText("Overdue").click();
    await expect(header).toHaveAttribute("aria-sort", "ascending");
    await page.reload();
    await expect(header).toHaveAttribute("aria-sort", "ascending");
    const amounts = await inReais();
    expect(amounts).toEqual(amounts.toSorted((a, b) => a - b));
    expect(amounts[0]).toBe(0);
  });
});

test("a phone sorts the list in the sheet of its filters", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await page.goto("/customers");
  const names = page.getByRole("grid").getByRole("row").getByRole("link");
  await expect(names.first()).toBeVisible();
  const first = (await names.first().textContent()) ?? "";
  await page.getByRole("button", { name: /^Filter/ }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByLabel("Sort by")).toHaveValue("name");
  await sheet.getByText("Sort descending").click();
  await expect(page).toHaveURL(/sort=-name/);
  await sheet.getByRole("combobox", { name: "Sort by" }).selectOption("Overdue");
  await expect(page).toHaveURL(/sort=-overdue/);
  await sheet.getByRole("button", { name: "Show customers" }).click();
  await expect(sheet).toBeHidden();
  await expect(names.first()).not.toHaveText(first);
});

test("every header of the list sorts where it is clicked, its name in full", async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 800 });
  await page.goto("/customers");
  const headers = page.getByRole("grid", { name: "Customers" }).locator("[data-sortable]");
  await expect(headers.first()).toBeVisible();
  for (const header of await headers.all()) {
    // By its name the list is sorted already.
    const sorted = (await header.getAttribute("aria-sort")) ? "descending" : /^(a|de)scending$/;
    await header.click();
    await expect(header).toHaveAttribute("aria-sort", sorted);
    const [needed, given] = await header
      .locator("span")
      .first()
      .evaluate((name) => [name.scrollWidth, name.clientWidth]);
    expect(needed, (await header.textContent()) ?? "").toBe(given);
  }
});

test("a profile's metrics lead into its tabs, and Back finds the list as it was", async ({
  page,
}) => {
  const grid = page.getByRole("grid", { name: "Customers" });
  const tabs = page.getByRole("navigation", { name: "Profile sections" });
  const shownRange = page.getByText(/^Rows \d+–\d+ of \d+$/);

  const listed =
    await test.step("a list with a view, a search, an order and a scrolled place", async () => {
      await page.goto("/customers?view=overdue");
      await page.getByRole("searchbox").fill("ltda");
      await expect(page).toHaveURL(/ltda/);
      await grid.getByRole("columnheader", { name: /^City/ }).click();
      await expect(grid.getByRole("columnheader", { name: /^City/ })).toHaveAttribute(
        "aria-sort",
        "ascending",
      );
      await grid.getByRole("row").nth(5).hover();
      await page.mouse.wheel(0, 1500);
      await expect(page.getByText(/^Rows 1–/)).toBeHidden();
      // A wheel scrolls for a while.
      let range: string | null = null;
      await expect(async () => {
        const before = range;
        range = await shownRange.textContent();
        expect(range).toBe(before);
      }).toPass({ intervals: [500] });
      return { url: page.url(), range };
    });

  const row = grid.getByRole("row").nth(12);
  const link = row.getByRole("link").first();
  const legalName = (await link.textContent()) ?? "";
  await test.step("open a customer of the middle", async () => {
    await link.click();
    await expect(page).toHaveURL(/\/overview/);
    await expect(page.getByRole("main").getByText(legalName).first()).toBeVisible();
  });

  await test.step("every tab shows its records or says that there are none", async () => {
    for (const [tab, shows] of [
      ["Contact details", /Main address/],
      ["Projects", /Tasks/],
      ["Orders & invoices", /Sales invoices/],
      ["Deals & quotes", /Deals/],
      ["Files", /file/i],
      ["Overview", /Activity/],
    ] as const) {
      await tabs.getByRole("link", { name: tab }).click();
      await expect(tabs.getByRole("link", { name: tab })).toHaveAttribute("aria-current", "page");
      await expect(page.getByRole("main").getByText(shows).first()).toBeVisible();
      await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
    }
  });

  await test.step("the metric of overdue invoices leads to just these", async () => {
    const summary = page.getByRole("region", { name: "Summary" });
    const metric = summary
      .getByRole("region", { name: /invoices/i })
      .getByRole("link", { name: /Overdue$/ });
    await metric.first().click();
    await expect(page).toHaveURL(/\/documents\?.*OVERDUE/);
    await expect(page.getByRole("main").getByText("Overdue").first()).toBeVisible();
  });

  await test.step("the breadcrumb leads back to where the list was left", async () => {
    await page
      .getByRole("navigation", { name: "Breadcrumb" })
      .getByRole("link", { name: "Customers" })
      .click();
    await expect(page).toHaveURL(listed.url);
    await expect(shownRange).toHaveText(listed.range ?? "");
    await page.goBack();
    await expect(page).toHaveURL(/\/documents/);
  });

  await test.step("back in the list: the same search, order and rows", async () => {
    while (new URL(page.url()).pathname !== "/customers") await page.goBack();
    await expect(page).toHaveURL(listed.url);
    await expect(page.getByRole("searchbox")).toHaveValue("ltda");
    await expect(shownRange).toHaveText(listed.range ?? "");
    await expect(grid.getByRole("link", { name: legalName }).first()).toBeInViewport();
  });
});

test("a bulk edit is undone by Ctrl+Z", async ({ page }) => {
  const grid = page.getByRole("grid", { name: "Customers" });
  await page.goto("/customers?q=ltda&status=LEAD");
  await grid
    .getByRole("checkbox", { name: /^Select / })
    .nth(1)
    .check();
  const row = grid.getByRole("row").filter({ has: page.locator("input:checked") });
  const name = (await row.getByRole("link").first().textContent()) ?? "";

  await test.step("what was set no longer fits the filter", async () => {
    const bar = page.getByRole("region", { name: "Selection" });
    await bar.getByRole("button", { name: "Status" }).click();
    const dialog = page.getByRole("dialog", { name: "Change the status of 1 customer" });
    await dialog.getByRole("radio", { name: "Inactive" }).check();
    await dialog.getByRole("button", { name: "Apply" }).click();
    await expect(page.getByText("1 customer updated.")).toBeVisible();
    await expect(grid.getByRole("link", { name, exact: true })).toHaveCount(0);
  });

  await test.step("it is a lead again", async () => {
    await page.keyboard.press("Control+z");
    await expect(page.getByText("1 customer was changed back.")).toBeVisible();
    await expect(grid.getByRole("link", { name, exact: true })).toBeVisible();
  });
});

import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/journey.js";
import { addCustomerByKeys } from "./support/keyboard.js";

const NAME = "Fábrica do Ciclo Ltda";
const TWIN = "Fábrica do Ciclo Gêmeo";

const summary = (page: Page, card: string) =>
  page.getByRole("region", { name: "Summary" }).getByRole("region", { name: card, exact: true });

/** Waits until a metric of the summary says what it should: what records come to, where that is money, and how many they are. */
async function expectMetric(page: Page, card: string, label: string, count: string, sum?: string) {
  const shown = summary(page, card).getByRole("link", { name: label });
  await expect(shown).toHaveText(
    sum === undefined ? `${count}${label}` : `${sum}${count} ${label}`,
  );
}

/** Adds what the profile's menu names, and creates it by its key. */
async function add(page: Page, what: string, fill: (drawer: Locator) => Promise<void>) {
  await page.getByRole("button", { name: "New", exact: true }).click();
  await page.getByRole("menuitem", { name: what, exact: true }).click();
  const drawer = page.getByRole("dialog");
  await fill(drawer);
  await page.keyboard.press("Control+Enter");
  await expect(drawer).toBeHidden();
}

/** Finds a customer by the command palette, typing without a pause, and opens its profile. */
async function open(page: Page, name: string) {
  await page.keyboard.press("Control+k");
  await page.keyboard.type(name === NAME ? "fabrica do ciclo ltda" : "ciclo gemeo");
  await expect(page.getByRole("dialog").getByText(name).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

async function fillLine(drawer: Locator, description: string, quantity: string, price: string) {
  await drawer.getByLabel("Line 1: Description").fill(description);
  await drawer.getByLabel("Line 1: Quantity").fill(quantity);
  await drawer.getByLabel("Line 1: Unit price").fill(price);
}

test("a customer's whole life: from the first note to the paid invoice, merged and taken apart", async ({
  page,
}) => {
  const drawer = page.getByRole("dialog");

  await test.step("add it and open it by keys", async () => {
    await addCustomerByKeys(page, NAME);
    await open(page, NAME);
    await expectMetric(page, "Projects", "Total", "0");
  });

  await test.step("whom to ask there", async () => {
    await add(page, "Contact", async () => {
      await drawer.getByLabel("Name").fill("Marta Reis");
      await drawer.getByLabel("Primary contact").check();
    });
    await expect(page.getByText("Marta Reis").first()).toBeVisible();
  });

  await test.step("a project with a task for today and the hours worked", async () => {
    await add(page, "Project", (form) => form.getByLabel("Name").fill("Linha nova"));
    await expectMetric(page, "Projects", "Total", "1");
    await add(page, "Task", async (form) => {
      await form.getByLabel("Title").fill("Medir o galpão");
      await form
        .getByLabel(/^Due/)
        .fill(
          new Intl.DateTimeFormat("en-US", { timeZone: "America/Sao_Paulo" }).format(new Date()),
        );
    });
    await expectMetric(page, "Tasks", "Due today", "1");
    await add(page, "Time entry", async (form) => {
      await form.getByRole("combobox", { name: "Project" }).click();
      await page.getByRole("option", { name: "Linha nova" }).click();
      await form.getByLabel("Time").fill("1:30");
    });
    await expectMetric(page, "Projects", "Hours worked", "1.5 h");
  });

  await test.step("a deal, and the quote of it that is accepted", async () => {
    await page.keyboard.press("5");
    await expect(page).toHaveURL(/\/deals/);
    await add(page, "Deal", async (form) => {
      await form.getByLabel("Title").fill("Máquinas");
      await form.getByLabel("Value").fill("1000");
    });
    await add(page, "Quote", (form) => fillLine(form, "Prensa", "2", "500"));
    await page.getByRole("link", { name: "Offers and quotes" }).click();
    await page
      .getByRole("main")
      .getByRole("gridcell", { name: /^Q-\d+$/ })
      .click();
    await drawer.getByRole("button", { name: "Mark as sent" }).click();
    await drawer.getByRole("button", { name: "Mark as accepted" }).click();
  });

  await test.step("the order of the quote, finalised", async () => {
    await drawer.getByRole("button", { name: "Create order" }).click();
    await expect(page.getByText(/^Order O-\d+ was created/)).toBeVisible();
    await expectMetric(page, "Purchase orders", "Total", "1", "R$1,000.00");
    await expectMetric(page, "Purchase orders", "Finalised", "0", "–");
    // Its drawer takes the place of the quote's.
    await page
      .getByRole("dialog", { name: /O-\d+$/ })
      .getByRole("button", { name: "Close" })
      .click();
    await expect(drawer).toBeHidden();
    await summary(page, "Purchase orders").getByRole("link", { name: "Total" }).click();
    await page
      .getByRole("main")
      .getByRole("gridcell", { name: /^O-\d+$/ })
      .click();
    await drawer.getByRole("button", { name: "Finalise" }).click();
    await expectMetric(page, "Purchase orders", "Finalised", "1", "R$1,000.00");
  });

  await test.step("its invoice: pending, authorised, paid", async () => {
    await drawer.getByRole("button", { name: "Create invoice" }).click();
    await expect(page.getByText(/^Invoice I-\d+ was created/)).toBeVisible();
    await page.keyboard.press("Escape");
    await page.goto(page.url().replace(/\/documents.*/, "/documents?show=sales"));
    await page
      .getByRole("main")
      .getByRole("gridcell", { name: /^I-\d+$/ })
      .click();
    await expectMetric(page, "Invoices", "Pending", "1", "R$1,000.00");
    await drawer.getByRole("button", { name: "Authorise" }).click();
    await expectMetric(page, "Invoices", "Authorised", "1", "R$1,000.00");
    await drawer.getByRole("button", { name: "Register payment" }).click();
    await page
      .getByRole("dialog", { name: /^Payment of invoice/ })
      .getByRole("button", { name: "Register payment" })
      .click();
    await expectMetric(page, "Invoices", "Authorised", "0", "–");
    await expect(page.getByRole("main").getByText("Paid").first()).toBeVisible();
  });

  await test.step("a file and a note by their keys", async () => {
    await page.keyboard.press("Escape");
    await expect(drawer).toBeHidden();
    await page.keyboard.press("6");
    await expect(page).toHaveURL(/\/files/);
    const choosing = page.waitForEvent("filechooser");
    await page.keyboard.press("u");
    await (await choosing).setFiles({
      name: "contrato.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("assinado"),
    });
    await expect(page.getByRole("main").getByText("contrato.txt").first()).toBeVisible();
    await page.keyboard.press("n");
    await expect(page.getByPlaceholder("Write a note…")).toBeFocused();
    await page.keyboard.type("Pagou antes do prazo.");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText("Pagou antes do prazo.").first()).toBeVisible();
  });

  await test.step("its twin becomes part of it, and is taken out again", async () => {
    await addCustomerByKeys(page, TWIN);
    await open(page, TWIN);
    await add(page, "Task", (form) => form.getByLabel("Title").fill("Ligar de volta"));
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Merge…" }).click();
    await drawer.getByLabel("Customer to merge with").fill(NAME);
    await page.getByRole("option", { name: new RegExp(`^${NAME}`) }).click();
    await drawer.getByRole("radio", { name: new RegExp(`^Keep ${NAME}`) }).check();
    await drawer.getByRole("button", { name: `Merge into ${NAME}` }).click();
    await expect(page.getByText(`1 customer was merged into “${NAME}”.`)).toBeVisible();
    // A toast stays as long as the pointer is on it.
    const undo = page.getByRole("button", { name: "Undo" }).last();
    await undo.hover();
    await expect(page.getByRole("heading", { level: 1, name: NAME })).toBeVisible();
    await expectMetric(page, "Projects", "Total", "1");
    await undo.click();
    await expect(page.getByText("undid a merge into this customer")).toBeVisible();
    await open(page, TWIN);
    await expectMetric(page, "Projects", "Total", "0");
  });

  await test.step("it is archived, and comes back with one key", async () => {
    await open(page, NAME);
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Archive" }).click();
    await expect(page.getByText(`“${NAME}” was archived.`)).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("main").getByText("Active").first()).toBeVisible();
    await expectMetric(page, "Purchase orders", "Finalised", "1", "R$1,000.00");
  });
});

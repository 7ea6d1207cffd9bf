import { existsSync } from "node:fs";
import path from "node:path";
import { drop, heading, outcomeOf, planOf, run, toReview, upload } from "./support/importing.js";
import { expect, test } from "./support/journey.js";
import { tabTo } from "./support/keyboard.js";
import { repository } from "./support/places.js";

const sheet = {
  name: "clientes.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      "Razão social;CNPJ;Cidade;UF;País;E-mail;Obs. do vendedor",
      "Metalúrgica Aurora Ltda;11.444.777/0001-61;Joinville;SC;Brasil;financeiro@aurora.example;Cliente desde 2019",
      "Açougue Boi Bão ME;;Curitiba;PR;Brasil;contato@boibao.example;",
      "Sem Dígito Certo SA;11.444.777/0001-99;Blumenau;SC;Brasil;;",
      "",
    ].join("\r\n"),
  ),
};

test("import a file: correct the match, review every row, run it; again: 0 created", async ({
  page,
}) => {
  const rows = page.getByRole("grid", { name: "Rows" });

  await test.step("the columns are matched; one is corrected by hand", async () => {
    await upload(page, sheet);
    await expect(page.getByRole("combobox", { name: "Field for “CNPJ”" })).toHaveValue("Tax ID");
    const notes = page.getByRole("combobox", { name: "Field for “Obs. do vendedor”" });
    await expect(notes).toHaveValue("Don’t import");
    await notes.click();
    await page.getByRole("option", { name: "Notes" }).click();
    await expect(notes).toHaveValue("Notes");
  });

  await test.step("every row says what would become of it", async () => {
    await toReview(page);
    await expect(page.getByRole("link", { name: "New 2" })).toBeVisible();
    await page.getByRole("link", { name: "Error 1" }).click();
    const bad = rows.getByRole("row").filter({ hasText: "Sem Dígito Certo SA" });
    await expect(bad).toContainText("11.444.777/0001-99");
    await expect(bad).toContainText("is not a valid CNPJ");
    await expect(rows.getByText("Metalúrgica Aurora Ltda")).toBeHidden();
  });

  await test.step("the result accounts for all rows of the file", async () => {
    await run(page);
    expect(await outcomeOf(page)).toEqual({
      created: 2,
      updated: 0,
      unchanged: 0,
      skipped: 0,
      failed: 1,
    });
  });

  await test.step("the customers are in the list, and have what the file says", async () => {
    await page.goto("/customers?q=metalurgica+aurora");
    await page.getByRole("grid").getByRole("link", { name: "Metalúrgica Aurora Ltda" }).click();
    await expect(
      page.getByRole("heading", { level: 1, name: "Metalúrgica Aurora Ltda" }),
    ).toBeVisible();
    await page.getByRole("link", { name: "Contact details" }).click();
    await expect(page.getByRole("main").getByText("Cliente desde 2019").first()).toBeVisible();
  });

  await test.step("the same file again: nothing is new", async () => {
    await upload(page, sheet);
    await toReview(page);
    expect(await planOf(page)).toMatchObject({ All: 3, New: 0, Update: 0, Unchanged: 2, Error: 1 });
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByText("Nothing to import", { exact: false })).toBeVisible();
  });
});

const many = 6_000;
const large = {
  name: "grande.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      "Nome da empresa,Município,País,E-mail,Apelido",
      ...Array.from({ length: many }, (_, at) => {
        const country = at % 2_000 === 0 ? "Brasill" : "Brasil";
        const mail = at === 1 ? "pedir à Ana" : `contato@grande${at}.example`;
        return `Grande ${at} Ltda,Natal,${country},${mail},Apelido ${at}`;
      }),
    ].join("\n"),
  ),
};

test("drop a file, correct a match, correct all like one, run, leave, come back, open the error file, undo", async ({
  page,
}, testInfo) => {
  // Thousands of rows are checked, fixed, written and taken back.
  test.setTimeout(240_000);
  const rows = page.getByRole("grid", { name: "Rows" });

  await test.step("a file is dropped, and a match is corrected", async () => {
    await page.goto("/imports/new");
    await drop(page, large);
    await expect(heading(page, "Match the columns of the file")).toBeVisible({ timeout: 30_000 });
    const field = page.getByRole("combobox", { name: "Field for “Apelido”" });
    await field.click();
    await page.getByRole("option", { name: /^Trade name/ }).click();
    await expect(field).toHaveValue(/^Trade name/);
    await toReview(page);
  });

  await test.step("all cells that say the same are fixed at once", async () => {
    expect(await planOf(page)).toMatchObject({ All: many, New: many - 4, Error: 4 });
    await page.getByRole("link", { name: /^Country: invalid value/ }).click();
    await rows.getByRole("gridcell", { name: "Brasill", exact: true }).first().click();
    const cell = page.getByRole("combobox", { name: /^Country, line/ });
    await expect(page.getByText("2 more rows have the same value here.")).toBeVisible();
    await cell.fill("Brasil");
    await page.getByRole("button", { name: "Fix all 3" }).click();
    await expect(page.getByText("3 rows were fixed.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Error 1", exact: true })).toBeVisible();
  });

  await test.step("it runs, pauses, and is there again for who comes back", async () => {
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("button", { name: /^Create 5,999/ }).click();
    await page.getByRole("button", { name: "Pause" }).click();
    // One that is paused before its first batch has a bar without a width.
    await expect(page.getByRole("progressbar", { name: "Paused" })).toHaveCount(1, {
      timeout: 60_000,
    });
    await page.getByRole("link", { name: "Customers" }).first().click();
    await expect(page.getByRole("grid", { name: "Customers" })).toBeVisible();
    await page.getByRole("link", { name: /^Import paused at \d+%/ }).click();
    await page.getByRole("button", { name: "Resume" }).click();
    await expect(heading(page, "Import results")).toBeVisible({ timeout: 60_000 });
    expect(await outcomeOf(page)).toMatchObject({ created: many - 1, failed: 1 });
  });

  const result = page.url();
  await test.step("the error file holds what stayed out, and comes back with the same match", async () => {
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download rows that are not imported" }).click();
    const file = testInfo.outputPath("errors.xlsx");
    await (await downloading).saveAs(file);
    await upload(page, file);
    await expect(page.getByRole("combobox", { name: "Field for “Apelido”" })).toHaveValue(
      /^Trade name/,
    );
    await toReview(page);
    expect(await planOf(page)).toMatchObject({ All: 1, Error: 1 });
    await expect(rows.getByRole("row").filter({ hasText: "Grande 1 Ltda" })).toContainText(
      "is not an e-mail address",
    );
  });

  await test.step("undoing says what it will do, and does it", async () => {
    await page.goto(result);
    await page.getByRole("button", { name: "Undo import" }).click();
    const dialog = page.getByRole("dialog", { name: "Undo this import?" });
    await expect(dialog.getByText("The 5,999 records it created are deleted.")).toBeVisible();
    await dialog.getByRole("button", { name: "Undo import" }).click();
    await expect(page.getByText(/^The import was undone/)).toBeVisible({ timeout: 60_000 });
    await page.goto("/customers?q=grande+77+ltda");
    await expect(page.getByText(/^No (customers match|results)/)).toBeVisible();
  });
});

test("the same without a mouse", async ({ page }) => {
  const { keyboard } = page;
  const rows = page.getByRole("grid", { name: "Rows" });
  const file = {
    ...sheet,
    name: "teclado.csv",
    buffer: Buffer.from(
      "Legal name,City,Country,E-mail,Remarks\nTeclado Um,Natal,Brasill,um@teclado.example,a\nTeclado Dois,Natal,Brasill,dois@teclado.example,b\nTeclado Três,Natal,BR,três,c\n",
    ),
  };

  await page.goto("/imports");
  await expect(page.getByRole("heading", { level: 1, name: "Imports" })).toBeVisible();
  await keyboard.press("i");
  const choosing = page.waitForEvent("filechooser");
  await tabTo(page, page.getByRole("button", { name: "Choose a file" }));
  await keyboard.press("Enter");
  await (await choosing).setFiles(file);
  await expect(heading(page, "Match the columns of the file")).toBeVisible({ timeout: 30_000 });

  const field = page.getByRole("combobox", { name: "Field for “Remarks”" });
  await tabTo(page, field);
  await keyboard.press("ControlOrMeta+a");
  await keyboard.type("Trade");
  // The list of the field that was left may still be there.
  const choices = page.getByRole("listbox", { name: "Field for “Remarks”" });
  await expect(choices.getByRole("option", { name: /^Trade name/ })).toBeVisible();
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await expect(field).toHaveValue(/^Trade name/);
  await keyboard.press("ControlOrMeta+Enter");
  await expect(heading(page, "Review every row")).toBeFocused({ timeout: 30_000 });

  await tabTo(page, page.getByRole("link", { name: /^Country: invalid value/ }));
  await keyboard.press("Enter");
  await expect(page.getByText("Rows 1–2 of 2")).toBeVisible();
  await tabTo(page, rows.getByRole("gridcell", { name: /Teclado Um/ }));
  for (let cell = 0; cell < 3; cell += 1) await keyboard.press("ArrowRight");
  await keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Country, line 2" })).toBeFocused();
  await expect(page.getByText("1 more row has the same value here.")).toBeVisible();
  await keyboard.type("Brasil");
  await keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByRole("link", { name: "New 2", exact: true })).toBeVisible();

  await tabTo(page, page.getByRole("link", { name: "Error 1", exact: true }));
  await keyboard.press("Enter");
  await expect(page.getByText("Rows 1–1 of 1")).toBeVisible();
  await tabTo(page, rows.locator("[role='gridcell'][tabindex='0']"));
  await keyboard.press("x");
  await tabTo(page, page.getByRole("button", { name: "Skip" }));
  await keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Skipped 1", exact: true })).toBeVisible();

  await keyboard.press("ControlOrMeta+Enter");
  await expect(heading(page, "Run the import")).toBeFocused();
  await keyboard.press("ControlOrMeta+Enter");
  await expect(heading(page, "Import results")).toBeFocused({ timeout: 30_000 });
  expect(await outcomeOf(page)).toMatchObject({ created: 2, skipped: 1, failed: 0 });
  await tabTo(page, page.getByRole("button", { name: "Undo import" }));
  await keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Undo this import?" });
  await expect(dialog.getByText("The 2 records it created are deleted.")).toBeVisible();
  await tabTo(page, dialog.getByRole("button", { name: "Undo import" }));
  await keyboard.press("Enter");
  await expect(page.getByText(/^The import was undone/)).toBeFocused({ timeout: 30_000 });
});

test("import orders: say how dates are written, and open an order from the result", async ({
  page,
}) => {
  await page.goto("/imports/new");
  await page.getByRole("combobox", { name: "What is in the file?" }).click();
  await page.getByRole("option", { name: "Orders" }).click();
  await drop(page, {
    name: "pedidos.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(
      "Pedido;Número do cliente;Data do pedido;Valor total\nIMP-1;C-000001;03/04/2026;1.234,50\nIMP-2;C-999999;05/06/2026;10,00\n",
    ),
  });
  await expect(heading(page, "Match the columns of the file")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("button", { name: "Continue" })).toBeDisabled();
  await page.getByRole("combobox", { name: "Dates in “Data do pedido”" }).click();
  await page.getByRole("option", { name: /^Day first/ }).click();
  await toReview(page);
  expect(await planOf(page)).toMatchObject({ All: 2, New: 1, Error: 1 });
  await run(page);
  expect(await outcomeOf(page)).toMatchObject({ created: 1, failed: 1 });
  await page.getByRole("link", { name: /^C-000001 · / }).click();
  await expect(page.getByRole("dialog", { name: /IMP-1/ })).toBeVisible();
});

// Real files of other systems; they are no part of the repository.
const folder = process.env.SPREADSHEETS_DIR ?? path.join(repository, "../shared/data/spreadsheets");

for (const name of [
  "customers-tax-id-as-number.xlsx",
  "clients-title-line-above-header.csv",
  "contacts-atomic-crm.csv",
]) {
  const file = path.join(folder, name);
  const absent = existsSync(file) ? "" : " (the file is not here)";
  test(`import ${name}, and again: 0 created${absent}`, async ({ page }) => {
    if (absent) return;
    await upload(page, file);
    await toReview(page);
    const plan = await planOf(page);
    await run(page);
    const result = await outcomeOf(page);
    expect(result.created).toBeGreaterThan(0);
    expect(result).toMatchObject({ created: plan.New, updated: plan.Update });
    const number = await test.step("a created customer has its profile", async () => {
      await page.getByRole("link", { name: /Created$/ }).click();
      await page.getByRole("grid", { name: "Rows" }).getByRole("row").nth(1).click();
      const link = page.getByRole("dialog").getByRole("link", { name: /C-\d+/ });
      const text = (await link.textContent()) ?? "";
      await link.click();
      await expect(page.getByRole("navigation", { name: "Profile sections" })).toBeVisible();
      return /C-\d+/.exec(text)?.[0] ?? "";
    });
    await test.step("and is in the list", async () => {
      await page.goto("/customers");
      await page.getByRole("searchbox").fill(number);
      await expect(page.getByText("Rows 1–1 of 1")).toBeVisible();
    });
    await test.step("the same file again: nothing is new", async () => {
      await upload(page, file);
      await toReview(page);
      expect(await planOf(page)).toMatchObject({ New: 0, Update: 0 });
    });
  });
}

import { existsSync } from "node:fs";
import path from "node:path";
import { outcomeOf, planOf, run, toReview, upload } from "./support/importing.js";
import { expect, test } from "./support/journey.js";
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
    await expect(page.getByText("There is nothing to write", { exact: false })).toBeVisible();
  });
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
      await page.getByRole("link", { name: /^Created/ }).click();
      await page.getByRole("grid", { name: "Rows" }).getByRole("row").nth(1).click();
      const link = page.getByRole("dialog").getByRole("link", { name: /C-\d+/ });
      const text = (await link.textContent()) ?? "";
      await link.click();
      await expect(page.getByRole("navigation", { name: "Parts of the profile" })).toBeVisible();
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

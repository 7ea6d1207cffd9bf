import { heading } from "./support/importing.js";
import { expect, test } from "./support/journey.js";
import { addCustomerByKeys, tabTo } from "./support/keyboard.js";

test("add a customer and open it without a mouse", async ({ page }) => {
  const name = "Livraria das Teclas";
  await addCustomerByKeys(page, name);

  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("livraria das teclas");
  await expect(page.getByText("Rows 1–1 of 1")).toBeVisible();
  await tabTo(
    page,
    page.getByRole("grid").getByRole("row").nth(1).locator("[tabindex='0']").first(),
  );
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  await page.keyboard.press("Control+k");
  await expect(page.getByRole("textbox", { name: "Search and commands" })).toBeFocused();
  await page.keyboard.type("autopecas tres");
  await expect(page.getByRole("dialog").getByText("Autopeças Três").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /Autopeças Três/ })).toBeVisible();
});

test("import a file without a mouse", async ({ page }) => {
  await page.goto("/customers");
  await expect(page.getByRole("grid", { name: "Customers" })).toBeVisible();
  await page.keyboard.press("i");
  const choose = page.getByRole("button", { name: /Choose a file/ });
  const choosing = page.waitForEvent("filechooser");
  await tabTo(page, choose);
  await page.keyboard.press("Enter");
  await (await choosing).setFiles({
    name: "teclado.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("Legal name,City,Country\nOficina do Teclado,Natal,BR\n"),
  });

  await expect(heading(page, "Match the columns of the file")).toBeVisible({ timeout: 30_000 });
  await tabTo(page, page.getByRole("button", { name: "Continue" }));
  await page.keyboard.press("Enter");
  await expect(heading(page, "Review every row")).toBeVisible({ timeout: 30_000 });
  await tabTo(page, page.getByRole("button", { name: "Continue" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: /^Create 1/ }));
  await page.keyboard.press("Enter");
  await expect(heading(page, "Import results")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("link", { name: "1 Created" })).toBeVisible();
});

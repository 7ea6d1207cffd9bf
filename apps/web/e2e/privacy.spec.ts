import { readFile } from "node:fs/promises";
import { expect, test } from "./support/journey.js";

test("hand out a customer's data, then forget the person", async ({ page }) => {
  const name = "Zulmira Xavantes";
  await page.goto("/customers?new=1");
  const drawer = page.getByRole("dialog", { name: "Add customer" });
  await drawer.getByLabel("Legal name").fill(name);
  await drawer.getByLabel("City").fill("Xavantina");
  await drawer.getByRole("button", { name: "Create" }).click();
  await expect(drawer).toBeHidden();
  await page.getByRole("searchbox", { name: "Search customers" }).fill(name);
  await expect(page.getByText("Rows 1–1 of 1")).toBeVisible();
  await page.getByRole("grid").getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const menu = page.getByRole("button", { name: "More", exact: true });

  await test.step("the data comes as a zip", async () => {
    await menu.click();
    const coming = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: /^Export this customer/ }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/^C-\d+\.zip$/);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 4).toString("latin1")).toBe("PK\x03\x04");
  });

  await test.step("the name has to be typed before the person is forgotten", async () => {
    await menu.click();
    await page.getByRole("menuitem", { name: /^Erase personal data/ }).click();
    const dialog = page.getByRole("dialog", { name: "Erase personal data" });
    const button = dialog.getByRole("button", { name: "Erase" });
    await expect(button).toBeDisabled();
    await dialog.getByRole("textbox").fill(name);
    await button.click();
    await expect(page.getByText("The personal data was erased.")).toBeVisible();
  });

  await test.step("the profile no longer names it, and the history tells of it", async () => {
    await expect(page.getByRole("heading", { level: 1, name: /^C-\d+$/ })).toBeVisible();
    await expect(page.getByText(/erased the customer’s personal data/)).toBeVisible();
    await expect(page.getByText(name)).toHaveCount(0);
  });
});

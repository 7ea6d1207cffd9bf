import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { planOf, toReview, upload } from "./support/importing.js";
import { expect, test } from "./support/journey.js";

test("export the list as .xlsx and .csv; imported again, neither changes anything", async ({
  page,
}, testInfo) => {
  await page.goto("/customers");
  await page.getByRole("searchbox").fill("autopecas");
  await expect(page).toHaveURL(/autopecas/);
  const range = page.getByText(/^Rows 1–\d+ of \d{1,2}$/);
  const listed = Number(/of (\d+)/.exec((await range.textContent()) ?? "")?.[1]);
  expect(listed).toBeGreaterThan(1);

  const files: string[] = [];
  for (const [format, ending] of [
    ["Excel", ".xlsx"],
    ["CSV", ".csv"],
    ["CSV for Excel in Portuguese", ".csv"],
  ] as const) {
    await test.step(`download as ${format}`, async () => {
      const download = await exportAs(page, format);
      expect(download.suggestedFilename()).toMatch(new RegExp(`\\${ending}$`));
      const file = testInfo.outputPath(`${files.length}${ending}`);
      await download.saveAs(file);
      const start = (await readFile(file)).subarray(0, 3);
      if (ending === ".xlsx") expect(start.toString("latin1", 0, 2)).toBe("PK");
      files.push(file);
    });
  }

  await test.step("past exports can be downloaded again", async () => {
    await page.goto("/past-exports");
    const past = page.getByRole("grid", { name: "Previous exports" });
    await expect(past.getByText("Ready")).toHaveCount(files.length);
    const downloading = page.waitForEvent("download");
    await past.getByRole("link", { name: /\.xlsx$/ }).click();
    expect((await downloading).suggestedFilename()).toMatch(/\.xlsx$/);
  });

  for (const file of files) {
    await test.step("imported again: 0 changes", async () => {
      await upload(page, file);
      await toReview(page);
      expect(await planOf(page)).toMatchObject({
        All: listed,
        New: 0,
        Update: 0,
        Unchanged: listed,
        Duplicate: 0,
        Error: 0,
      });
    });
  }
});

async function exportAs(page: Page, format: string): Promise<Download> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: /^Export/ }).click();
  const dialog = page.getByRole("dialog", { name: "Export", exact: true });
  await dialog.getByRole("radio", { name: format, exact: true }).check();
  const downloading = page.waitForEvent("download", { timeout: 30_000 });
  await dialog.getByRole("button", { name: "Export" }).click();
  const download = await downloading;
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(dialog).toBeHidden();
  return download;
}

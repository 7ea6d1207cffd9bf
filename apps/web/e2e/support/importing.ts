import { expect, type Page } from "@playwright/test";

/** A file on disk by its path, or one that is only in memory. */
export type UploadedFile = string | { name: string; mimeType: string; buffer: Buffer };

/** What became of an import's rows. */
export interface Outcome {
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  failed: number;
}

/** Uploads a file on the page for a new import and waits until its columns are matched. */
export async function upload(page: Page, file: UploadedFile) {
  await page.goto("/imports/new");
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /Choose a file/ }).click();
  await (await choosing).setFiles(file);
  await expect(heading(page, "Match the columns of the file")).toBeVisible({ timeout: 30_000 });
}

/** Drops a file on the page for a new import. */
export async function drop(page: Page, file: Exclude<UploadedFile, string>): Promise<void> {
  const text = file.buffer.toString("base64");
  const dropped = await page.evaluateHandle(
    ({ name, type, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name, { type }));
      return transfer;
    },
    { name: file.name, type: file.mimeType, base64: text },
  );
  const area = page.getByText("Drop a spreadsheet here");
  for (const event of ["dragenter", "dragover", "drop"]) {
    await area.dispatchEvent(event, { dataTransfer: dropped });
  }
}

/** From the match to the review, when every row has been checked; ids come from a system of the file's own. */
export async function toReview(page: Page): Promise<void> {
  const source = page.getByRole("combobox", { name: "These IDs come from" });
  const goOn = page.getByRole("button", { name: "Continue" });
  await expect(goOn.or(source).first()).toBeVisible();
  if ((await source.isVisible()) && (await source.inputValue()) === "") {
    await source.fill("journey");
    await source.press("Enter");
  }
  await goOn.click();
  await expect(heading(page, "Review every row")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("navigation", { name: "Filter rows" })).toBeVisible();
}

/** From the review to the result. */
export async function run(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: /^Create \d/ }).click();
  await expect(heading(page, "Import results")).toBeVisible({ timeout: 30_000 });
}

/** What would become of the rows, as the review counts them. */
export async function planOf(page: Page): Promise<Record<string, number>> {
  const counters = page.getByRole("navigation", { name: "Filter rows" }).getByRole("link");
  const texts = await counters.allTextContents();
  return Object.fromEntries(
    texts.map((text) => [text.replace(/[^A-Za-z]/g, ""), Number(text.replace(/\D/g, ""))]),
  );
}

/** The metrics on the page of the result. */
export async function outcomeOf(page: Page): Promise<Outcome> {
  const metrics = page.getByRole("region", { name: "Rows in the file" });
  const count = async (label: string) => {
    const text = await metrics.getByRole("listitem").filter({ hasText: label }).textContent();
    return Number(text?.replace(/\D/g, ""));
  };
  return {
    created: await count("Created"),
    updated: await count("Updated"),
    unchanged: await count("Unchanged"),
    skipped: await count("Skipped"),
    failed: await count("Failed"),
  };
}

/** A step's heading. */
export const heading = (page: Page, name: string) => page.getByRole("heading", { level: 2, name });

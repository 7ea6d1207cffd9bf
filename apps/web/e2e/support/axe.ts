import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const standard = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
// What a theme can change; all else is the same in both.
const ofColour = ["color-contrast", "link-in-text-block"];

/**
 * Finds no violation of WCAG 2.2 AA in what is on screen now, in light and in dark.
 * @param within the part to look at, for what lies over a page that was looked at before
 */
export async function expectAccessible(
  page: Page,
  what: string,
  within: "body" | "[role=dialog]" | "[role=menu]" = "body",
): Promise<void> {
  const axe = () => new AxeBuilder({ page }).include(within);
  await expectNoKeys(page, what, within);
  await expectTheme(page, "dark");
  await expectNone(axe().withRules(ofColour), `${what}, dark`);
  await expectTheme(page, "light");
  await expectNone(axe().withTags(standard), `${what}, light`);
}

// A message whose part of the catalogue was not loaded is shown by its key: "settings.created".
const messageKey =
  /\b(activity|contacts|creditNotes|customers|deals|developers|documents|duplicates|entry|exports|field|files|grid|import|invoices|issue|merge|newCustomer|orders|payments|privacy|profile|projects|quotes|receivables|settings|shell|tasks|time|trash|ui|views|webhooks|work)\.(?!csv|tsv|xlsx?|ods|jsonl|vcf|pdf|zip|txt)[a-z]\w*(\.\w+)*\b/g;

async function expectNoKeys(page: Page, what: string, within: string): Promise<void> {
  const text = (await page.locator(within).allInnerTexts()).join("\n");
  expect.soft(text.match(messageKey) ?? [], `${what}, keys of messages`).toEqual([]);
}

async function expectTheme(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
}

async function expectNone(axe: AxeBuilder, what: string): Promise<void> {
  const { violations } = await axe.analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id} × ${nodes.length}: ${nodes[0]?.target.join(" ")}`,
  );
  expect.soft(found, what).toEqual([]);
}

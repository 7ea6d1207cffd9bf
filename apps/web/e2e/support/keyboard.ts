import { expect, type Locator, type Page } from "@playwright/test";

const MOST_STOPS = 60;

/** Goes on with Tab until the focus is on an element, as a person without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The focus did not reach ${target} with ${MOST_STOPS} times Tab`);
}

import { expect, type Locator, type Page } from "@playwright/test";

const MAX_STOPS = 60;

/** Goes on with Tab until the focus is on an element, as a person without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < MAX_STOPS; stops += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The focus did not reach ${target} with ${MAX_STOPS} times Tab`);
}

/** Adds a customer in Recife from the list, without a mouse. */
export async function addCustomerByKeys(page: Page, name: string): Promise<void> {
  const drawer = page.getByRole("dialog", { name: "Add customer" });
  await page.goto("/customers");
  await expect(page.getByRole("grid", { name: "Customers" })).toBeVisible();
  await page.keyboard.press("c");
  await expect(drawer.getByLabel("Legal name")).toBeFocused();
  await page.keyboard.type(name);
  await tabTo(page, drawer.getByLabel("City"));
  await page.keyboard.type("Recife");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(`${name} was added`)).toBeVisible();
  await expect(drawer).toBeHidden();
}

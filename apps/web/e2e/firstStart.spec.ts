import { admin } from "./support/admin.js";
import { expect, test } from "./support/journey.js";
import { signedInState } from "./support/places.js";

test("first start: the printed link makes the admin, and the demo fills the list", async ({
  page,
  refusals,
}) => {
  const link = process.env.E2E_FIRST_LINK ?? "";

  await test.step("a door without a session leads to the sign-in", async () => {
    refusals.push("401 /graphql");
    await page.goto("/customers");
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await expect(page).toHaveURL(/\/sign-in/);
    await expect(page.getByText(/^There are no accounts yet\. Open the link/)).toBeVisible();
  });

  await test.step("the link makes the first admin", async () => {
    await page.goto(link);
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByText("Enter your name.")).toBeVisible();
    await page.getByLabel("Name").fill(admin.name);
    await page.getByLabel("E-mail").fill(admin.email);
    await page.getByLabel("Password", { exact: true }).fill("short");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Use at least 8 characters.")).toBeVisible();
    await page.getByLabel("Password", { exact: true }).fill(admin.password);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "How do you want to start?" })).toBeVisible();
  });

  await test.step("demo data: 500 customers stand in the list", async () => {
    await page.getByRole("button", { name: /^With example data/ }).click();
    await expect(page.getByRole("grid", { name: "Customers" })).toBeVisible({ timeout: 90_000 });
    await expect(page.getByText(/^Rows 1–\d+ of 500$/)).toBeVisible();
  });

  await page.context().storageState({ path: signedInState });

  await test.step("the link does not work twice", async () => {
    refusals.push("403 /api/first-admin");
    // A page that is open would leave for the sign-in by itself.
    await page.goto("about:blank");
    await page.context().clearCookies();
    await page.goto(link);
    await page.getByLabel("Name").fill("Someone Else");
    await page.getByLabel("E-mail").fill("else@example.com");
    await page.getByLabel("Password", { exact: true }).fill("another horse battery");
    await page.keyboard.press("Enter");
    await expect(page.getByText(/^This link has already been used/)).toBeVisible();
  });
});

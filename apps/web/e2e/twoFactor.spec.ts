import { Secret, TOTP } from "otpauth";
import { expectAccessible } from "./support/axe.js";
import { expect, test } from "./support/journey.js";
import { invite, signIn } from "./support/person.js";

// A person of their own: all sessions but one end here.
test.use({ storageState: { cookies: [], origins: [] } });

test("two-factor sign-in: set up with an app, sign in with a backup code, turn off", async ({
  page,
  browser,
  refusals,
}, testInfo) => {
  const picture = (name: string) => page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
  const person = await invite(browser, "sales");
  let backupCodes: string[] = [];

  await test.step("the password, the app's key, its first code, and ten backup codes", async () => {
    refusals.push("401 /graphql");
    await page.goto("/settings/account");
    await signIn(page, person);
    await page.getByRole("button", { name: "Turn on" }).click();
    const ask = page.getByRole("dialog", { name: "Two-factor authentication" });
    await ask.getByLabel("Current password").fill(person.password);
    await page.keyboard.press("Enter");
    const app = page.getByRole("dialog", { name: "Set up your app" });
    await expect(app.getByRole("img", { name: /^QR code/ })).toBeVisible();
    await expectAccessible(page, "the app's key", "[role=dialog]");
    await picture("app");
    const secret = Secret.fromBase32(await app.getByRole("textbox", { name: "Key" }).inputValue());
    await app.getByRole("textbox", { name: "Code" }).fill(new TOTP({ secret }).generate());
    await page.keyboard.press("Enter");
    const codes = page.getByRole("dialog", { name: "Backup codes" });
    backupCodes = (await codes.locator("code").textContent())?.split("\n") ?? [];
    expect(backupCodes).toHaveLength(10);
    await picture("backup-codes");
    await codes.getByRole("button", { name: "Done" }).click();
    await expect(page.getByText("10 backup codes left")).toBeVisible();
    await picture("account");
  });

  await test.step("signing in asks for a code, and takes a backup code", async () => {
    await page.getByRole("button", { name: /^sales person/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await page.goto("/settings/account");
    await signIn(page, person);
    await expect(page.getByRole("heading", { name: "One more step" })).toBeVisible();
    await expectAccessible(page, "the second step");
    refusals.push("400 /api/auth/sign-in/code");
    await page.getByLabel("Code").fill("000000");
    await page.keyboard.press("Enter");
    await expect(page.getByText(/^The code is incorrect/)).toBeVisible();
    await picture("second-step");
    await page.setViewportSize({ width: 375, height: 740 });
    await page.emulateMedia({ colorScheme: "dark" });
    await picture("second-step-phone");
    await page.getByLabel("Code").fill(backupCodes[0] ?? "");
    await page.keyboard.press("Enter");
    await expect(page.getByText("9 backup codes left")).toBeVisible();
    await picture("account-phone");
  });

  await test.step("password and code turn it off", async () => {
    await page.getByRole("button", { name: "Turn off" }).click();
    const ask = page.getByRole("dialog", { name: "Turn off two-factor authentication?" });
    await ask.getByLabel("Current password").fill(person.password);
    await expectAccessible(page, "both factors", "[role=dialog]");
    await picture("both-factors-phone");
    await ask.getByLabel("Code").fill(backupCodes[1] ?? "");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Two-factor authentication is off.")).toBeVisible();
  });
});

import type { Page } from "@playwright/test";
import { admin } from "./support/admin.js";
import { expectAccessible } from "./support/axe.js";
import { expect, test } from "./support/journey.js";

/** All that the browser keeps for the app, by its storages. */
const stored = (page: Page) =>
  page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));

// A session of its own: signing out ends it on the server.
test.use({ storageState: { cookies: [], origins: [] } });

test("sign in to the requested page, change language and appearance, sign out", async ({
  page,
  refusals,
}) => {
  const person = page.getByRole("button", { name: /Administra/ });

  await test.step("a wrong password is refused without saying what is wrong", async () => {
    refusals.push("401 /graphql", "401 /api/auth/sign-in/email");
    await page.goto("/customers?q=ltda");
    await page.getByLabel("E-mail").fill(admin.email);
    await page.getByLabel("Password", { exact: true }).fill("wrong horse battery");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Incorrect e-mail or password.")).toBeVisible();
  });

  await test.step("the right one leads to the page that was asked for", async () => {
    await page.getByLabel("Password", { exact: true }).fill(admin.password);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("grid", { name: "Customers" })).toBeVisible();
    await expect(page).toHaveURL(/\/customers\?q=ltda$/);
  });

  await test.step("Portuguese, and it stays after a reload", async () => {
    await person.click();
    await page.getByRole("menuitemradio", { name: "Português (Brasil)" }).click();
    await expect(page.getByRole("button", { name: "Adicionar cliente" })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "pt-BR");
    await page.reload();
    await expect(page.getByRole("button", { name: "Adicionar cliente" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Clientes" }).first()).toBeVisible();
  });

  await test.step("and back to English", async () => {
    await page.keyboard.press("Escape");
    await person.click();
    await page.getByRole("menuitemradio", { name: "English" }).click();
    await expect(page.getByRole("button", { name: "Add customer" })).toBeVisible();
  });

  await test.step("dark, and it stays after a reload", async () => {
    const ground = () =>
      page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
    const light = await ground();
    await page.keyboard.press("Escape");
    await person.click();
    await page.getByRole("menuitemradio", { name: "Dark" }).click();
    await expect.poll(ground).toBe("rgb(29, 33, 38)");
    expect(light).toBe("rgb(255, 255, 255)");
    await page.reload();
    await expect(person).toBeVisible();
    expect(await ground()).toBe("rgb(29, 33, 38)");
  });

  await test.step("a key in the playground's headers stays while one is signed in", async () => {
    await page.goto("/graphiql");
    await page.getByRole("button", { name: "Headers", exact: true }).click();
    const headers = page.getByRole("region", { name: "Headers" });
    await headers.click();
    // The editor takes the focus when it is there.
    await expect(headers.getByRole("textbox")).toBeFocused();
    await page.keyboard.type('{"authorization":"Bearer clk_of_the_test"}');
    await expect.poll(() => stored(page)).toContain("clk_of_the_test");
  });

  await test.step("sign out; nothing of the person stays, and Back does not open the door again", async () => {
    await person.click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    const left = await stored(page);
    expect(left).not.toMatch(/clk_of_the_test|graphiql|clientela\.(draft|person)/);
    expect(left).toContain("clientela.language");
    await page.goBack();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.goto("/customers");
    await expect(page).toHaveURL(/\/sign-in/);
    await expect(page.getByRole("grid")).toHaveCount(0);
  });
});

test("single sign-on is below the password where the server has a provider", async ({
  page,
}, testInfo) => {
  await page.route("/api/auth/methods", (route) =>
    route.fulfill({ json: { singleSignOn: { name: "Example ID" } } }),
  );
  await page.goto("/sign-in?to=%2Fsettings&sso=unknown");
  await expect(page.getByText(/^There is no account for your e-mail address/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Sign in with Example ID" })).toHaveAttribute(
    "href",
    "/api/auth/oidc/start?to=%2Fsettings",
  );
  await expectAccessible(page, "sign-in with a provider");
  await page.screenshot({ path: testInfo.outputPath("single-sign-on.png") });
});

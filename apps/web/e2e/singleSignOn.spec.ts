import { once } from "node:events";
import { createServer } from "node:net";
import { type OidcProvider, startOidcProvider } from "../../api/test/network/oidcProvider.js";
import { admin } from "./support/admin.js";
import { expectAccessible } from "./support/axe.js";
import { runServer } from "./support/builtServer.js";
import { expect, test as journey } from "./support/journey.js";

const client = { id: "clientela", secret: "secret of the provider" };

/** A port that nobody has: the provider must know the address before the server runs. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const bound = probe.address();
  probe.close();
  await once(probe, "close");
  if (bound === null || typeof bound === "string") throw new Error("no port could be had");
  return bound.port;
}

/** A journey at a server of its own, whose settings name a provider. */
const test = journey.extend<object, { sso: { provider: OidcProvider; address: string } }>({
  sso: [
    async ({ browserName: _ }, use) => {
      const provider = await startOidcProvider(client);
      const port = await freePort();
      const server = await runServer({
        PORT: String(port),
        // Another site than the provider's, as it is in life.
        PUBLIC_URL: `http://localhost:${port}`,
        ADMIN_EMAIL: admin.email,
        ADMIN_PASSWORD: admin.password,
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: client.id,
        OIDC_CLIENT_SECRET: client.secret,
        OIDC_NAME: "Example ID",
        OIDC_DOMAINS: "staff.example",
        OIDC_ROLE: "sales",
      });
      await use({ provider, address: server.address });
      await server.stop();
      await provider.close();
    },
    { scope: "worker" },
  ],
  baseURL: ({ sso }, use) => use(sso.address),
});
test.use({ storageState: { cookies: [], origins: [] } });

test("single sign-on: in by the provider, the first time and again, and kept out with a reason", async ({
  page,
  refusals,
  sso: { provider, address },
}, testInfo) => {
  const picture = (name: string) => page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
  // The way leads over the provider, and nowhere else.
  page.on("request", (request) => {
    if (request.url().startsWith(`${provider.issuer}/authorize`))
      refusals.push(`other host: ${request.url()}`);
  });
  const button = page.getByRole("link", { name: "Sign in with Example ID" });

  await test.step("who the provider's organisation does not know stays out, and is told why", async () => {
    provider.claims = { sub: "eve", email: "eve@other.example", email_verified: true };
    refusals.push("401 /graphql");
    await page.goto("/tasks");
    await expect(button).toBeVisible();
    await expectAccessible(page, "the sign-in page");
    await picture("sign-in");
    await button.click();
    await expect(page).toHaveURL(/\/sign-in\?sso=unknown/);
    await expect(page.getByRole("alert")).toContainText("administrator");
    await expectAccessible(page, "the refusal");
    await picture("refused");
    await page.setViewportSize({ width: 375, height: 740 });
    await page.emulateMedia({ colorScheme: "dark" });
    await picture("refused-phone");
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step("an address that was not verified lets nobody in", async () => {
    provider.claims = { sub: "mallory", email: admin.email, email_verified: false };
    await button.click();
    await expect(page).toHaveURL(/\/sign-in\?sso=unverified/);
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(button).toBeVisible();
  });

  await test.step("a person of the domain is in at once, where they wanted to go, with the role of the settings", async () => {
    provider.claims = {
      sub: "rui",
      email: "rui@staff.example",
      email_verified: true,
      name: "Rui Costa",
    };
    await page.goto("/settings/account");
    await button.click();
    await expect(page).toHaveURL("/settings/account");
    await expect(page.getByText("Rui Costa").first()).toBeVisible();
    await expect(page.getByRole("region", { name: "How you sign in" })).toContainText(
      "You have no password here",
    );
    await expect(page.getByLabel("Current password")).toHaveCount(0);
    await expectAccessible(page, "the account of who comes by single sign-on");
    await picture("account");
    await page.setViewportSize({ width: 375, height: 740 });
    await page.emulateMedia({ colorScheme: "dark" });
    await picture("account-phone");
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step("signed out and in again it is the same person", async () => {
    await page.getByRole("button", { name: /^Rui Costa/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await button.click();
    await expect(page.getByRole("button", { name: /^Rui Costa/ })).toBeVisible();
    await page.goto("/settings/account");
    await expect(page.getByText("rui@staff.example").first()).toBeVisible();
  });

  await test.step("who was disabled meanwhile stays out", async () => {
    // A page that is open would leave by itself, amid what comes below.
    await page.goto("about:blank");
    const other = await page.context().browser()?.newContext({ baseURL: address });
    if (!other) throw new Error("there is no browser");
    const signedIn = await other.request.post("/api/auth/sign-in/email", { data: admin });
    expect(signedIn.ok()).toBe(true);
    const ask = async (query: string, variables: object = {}) =>
      (await (await other.request.post("/graphql", { data: { query, variables } })).json()).data;
    const { users } = await ask("{ users { id email version } }");
    const { id, version } = users.find(({ email }: { email: string }) => email.startsWith("rui"));
    await ask(
      "mutation ($input: UpdateUserInput!) { updateUser(input: $input) { user { disabled } } }",
      { input: { id, version, disabled: true } },
    );
    await other.close();
    refusals.push("401 /graphql");
    await page.goto("/customers");
    await button.click();
    await expect(page).toHaveURL(/\/sign-in\?sso=disabled/);
    await expect(page.getByRole("alert")).toBeVisible();
  });
});

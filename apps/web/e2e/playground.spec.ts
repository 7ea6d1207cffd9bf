import { expect, test } from "./support/journey.js";

test("the playground runs an example without a request to another host", async ({ page }) => {
  const editor = page.getByRole("region", { name: "Operation Editor" });
  const result = page.getByRole("region", { name: "Result Window" });

  await page.goto("/graphiql");
  await page.getByRole("button", { name: /^List customers/ }).click();
  await expect(editor).toContainText("customers");
  await page.getByRole("button", { name: /^Execute query/ }).click();
  await expect(result).toContainText("displayName");
  await expect(result).not.toContainText("errors");

  await test.step("the schema's documentation is there", async () => {
    await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
    // It stays when the messages of the palette come.
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("textbox", { name: "Search and commands" })).toBeFocused();
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Query", exact: true }).first().click();
    await expect(page.getByText("customerBy").first()).toBeVisible();
  });

  await test.step("an example of the page for developers runs as it stands", async () => {
    await page.goto("/developers");
    const example = page.getByRole("region", { name: "A complete profile" });
    await example.getByRole("link", { name: "Try in the playground" }).click();
    await page.getByRole("button", { name: /^Execute query/ }).click();
    await expect(result).toContainText("legalName");
    await expect(result).not.toContainText("errors");
  });
});

test("the playground shows the cost before it runs, and an admin sees what a role sees", async ({
  page,
  refusals,
}, testInfo) => {
  const result = page.getByRole("region", { name: "Result Window" });
  await page.goto("/graphiql?example=profile");

  await test.step("the cost of the operation at hand, with the limit", async () => {
    const cost = page.getByText(/^Cost: [\d,]+ of 25,000 records$/);
    await expect(cost).toBeVisible();
    const executed = page.waitForResponse((response) => response.url().endsWith("/graphql"));
    await page.getByRole("button", { name: /^Execute query/ }).click();
    const { extensions } = await (await executed).json();
    await expect(cost).toHaveText(`Cost: ${extensions.cost.requested} of 25,000 records`);
  });

  await test.step("as Projects there is no money, and no writing", async () => {
    await page.getByLabel("View as").selectOption({ label: "View as Projects" });
    await expect(page.getByText(/^You see what the role Projects would get/)).toBeVisible();
    await page.getByRole("button", { name: /^Execute query/ }).click();
    await expect(result).toContainText("FORBIDDEN");
    await page.screenshot({ path: testInfo.outputPath("view-as-projects.png") });
    await page.getByRole("button", { name: /^Add a customer/ }).click();
    refusals.push("400 /graphql");
    await page.getByRole("button", { name: /^Execute query/ }).click();
    await expect(result).toContainText("While viewing as another role, you can only run queries.");
  });

  await test.step("as oneself everything is there again", async () => {
    await page.getByLabel("View as").selectOption({ label: "As yourself" });
    await page.goto("/graphiql?example=profile");
    await page.getByRole("button", { name: /^Execute query/ }).click();
    await expect(result).toContainText("legalName");
    await expect(result).not.toContainText("FORBIDDEN");
  });
});

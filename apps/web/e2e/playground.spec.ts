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
    await page.getByRole("link", { name: "Query", exact: true }).first().click();
    await expect(page.getByText("customerBy").first()).toBeVisible();
  });

  await test.step("an example of the page for developers runs as it stands", async () => {
    await page.goto("/developers");
    const example = page.getByRole("region", { name: "A profile with everything" });
    await example.getByRole("link", { name: "Try in the playground" }).click();
    await page.getByRole("button", { name: /^Execute query/ }).click();
    await expect(result).toContainText("legalName");
    await expect(result).not.toContainText("errors");
  });
});

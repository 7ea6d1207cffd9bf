import type { Page } from "@playwright/test";
import { expect, test } from "./support/journey.js";

async function ask(page: Page, query: string, input: object) {
  const answer = await page.request.post("/graphql", {
    headers: { "apollo-require-preflight": "true", origin: new URL(page.url()).origin },
    data: { query, variables: { input } },
  });
  const body = await answer.json();
  expect(body).not.toHaveProperty("errors");
  return body.data;
}

test("put values of the past back, from the history and from the field", async ({ page }) => {
  await page.goto("/customers");
  const { createCustomer } = await ask(
    page,
    "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } } }",
    {
      legalName: "Livraria Antiga",
      email: "one@antiga.example",
      address: { city: "Recife", country: "BR" },
    },
  );
  const { id } = createCustomer.customer;
  for (const [version, email] of [
    [1, "two@antiga.example"],
    [2, "three@antiga.example"],
  ]) {
    await ask(
      page,
      "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id } } }",
      { id, version, email },
    );
  }
  await test.step("from the history", async () => {
    await page.goto(`/customers/${id}/overview`);
    await page.getByRole("button", { name: "2 changes" }).click();
    await page.getByRole("button", { name: "Revert E-mail to one@antiga.example" }).click();
    await expect(page.getByText("The value was restored.")).toBeVisible();
    await expect(page.getByText("one@antiga.example")).toHaveCount(3);
  });

  await test.step("from the field", async () => {
    await page.getByRole("link", { name: "Contact details" }).click();
    // The panel beside other tabs has the same button until the tab is there.
    await expect(page.getByRole("complementary", { name: "Customer details" })).toHaveCount(0);
    await page.getByRole("main").getByRole("button", { name: "Past values of E-mail" }).focus();
    await page.keyboard.press("Enter");
    const past = page.getByRole("dialog", { name: "Past values of E-mail" });
    await expect(past.getByRole("listitem")).toHaveCount(3);
    await past.getByRole("button", { name: /two@antiga/ }).click();
    await expect(past).toBeHidden();
    await expect(page.getByText("two@antiga.example").first()).toBeVisible();
  });
});

import { expect, test } from "./support/journey.js";

test("find a customer that is there twice, tell it apart, and merge it after all", async ({
  page,
}) => {
  const names = ["Ferragens Boa Vista Ltda", "Ferragens Boa Vista - ME"] as const;
  await page.goto("/customers");
  for (const legalName of names) {
    const answer = await page.request.post("/graphql", {
      headers: { "apollo-require-preflight": "true", origin: new URL(page.url()).origin },
      data: {
        query:
          "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } } }",
        variables: {
          input: {
            legalName,
            email: "boavista@ferragens.example",
            address: { city: "Maringá", country: "BR" },
          },
        },
      },
    });
    expect(await answer.json()).not.toHaveProperty("errors");
  }
  const row = page.getByRole("row", { name: names[0] });

  await test.step("the menu of the list leads to the pairs", async () => {
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Possible duplicates" }).click();
    await expect(page).toHaveURL(/\/customers\/duplicates$/);
    await expect(row).toContainText("Same e-mail, Same domain, Similar name");
  });

  await test.step("what is told apart goes, and comes back by Ctrl Z", async () => {
    await row.getByRole("button", { name: /^More actions for/ }).click();
    await page.getByRole("menuitem", { name: "Not a duplicate" }).click();
    await expect(row).toBeHidden();
    await page.keyboard.press("Control+z");
    await expect(row).toBeVisible();
  });

  await test.step("Enter on a pair merges it", async () => {
    await row.getByRole("gridcell", { name: "Same e-mail, Same domain, Similar name" }).click();
    const dialog = page.getByRole("dialog", { name: "Merge customers" });
    await dialog.getByRole("button", { name: /^Merge into/ }).click();
    await expect(dialog).toBeHidden();
    await expect(row).toBeHidden();
  });
});

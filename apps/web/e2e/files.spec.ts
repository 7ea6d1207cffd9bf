import { expect, test } from "./support/journey.js";

test("files that come together are all listed, and a phone deletes one and takes it back", async ({
  page,
}) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await page.goto("/customers");
  const answer = await page.request.post("/graphql", {
    headers: { "apollo-require-preflight": "true", origin: new URL(page.url()).origin },
    data: {
      query:
        "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } } }",
      variables: {
        input: { legalName: "Arquivo Vivo", address: { city: "Recife", country: "BR" } },
      },
    },
  });
  const { id } = (await answer.json()).data.createCustomer.customer;
  const names = ["um.txt", "dois.txt", "três.txt", "quatro.txt"];
  const grid = page.getByRole("grid", { name: "Files" });

  await page.goto(`/customers/${id}/files`);
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Add files" }).click();
  await (await choosing).setFiles(
    names.map((name) => ({ name, mimeType: "text/plain", buffer: Buffer.from(name) })),
  );
  for (const name of names) await expect(grid.getByText(name)).toBeVisible();
  await expect(page.getByText("Rows 1–4 of 4")).toBeVisible();

  await grid.getByRole("button", { name: "More actions for dois.txt" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(grid.getByText("dois.txt")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(grid.getByText("dois.txt")).toBeVisible();
});

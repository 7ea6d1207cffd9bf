import type { Browser, Page } from "@playwright/test";
import { heading, outcomeOf, planOf, run, toReview } from "./support/importing.js";
import { expect, test } from "./support/journey.js";
import { invite, signIn } from "./support/person.js";
import { signedInState } from "./support/places.js";

const CUSTOMERS = 40;
const RECEIPTS = 200;
const UNCLEAR = 2;
const nameOf = (at: number) => `Oficina${at % CUSTOMERS} do Norte Ltda`;
const totalOf = (at: number) => (250 + at * 1.03).toFixed(2);

/** Imports a file through the API, as a program does. */
async function importFile(page: Page, name: string, recordType: string, text: string) {
  const ask = async (query: string, variables: object) => {
    const answer = await page.request.post("/graphql", { data: { query, variables } });
    const body = await answer.json();
    expect(body).not.toHaveProperty("errors");
    return body.data;
  };
  const file = { name, mimeType: "text/csv", buffer: Buffer.from(text) };
  const { id: fileId } = await (await page.request.post("/files", { multipart: { file } })).json();
  const { createImport } = await ask(
    "mutation ($input: CreateImportInput!) { createImport(input: $input) { import { id } } }",
    { input: { fileId, recordType } },
  );
  const { id } = createImport.import;
  const reaches = (status: string) =>
    expect
      .poll(
        async () =>
          (await ask("query ($id: ID!) { import(id: $id) { status } }", { id })).import.status,
        {
          timeout: 30_000,
        },
      )
      .toBe(status);
  await reaches("READY");
  await ask("mutation ($input: ImportIdInput!) { runImport(input: $input) { import { id } } }", {
    input: { id },
  });
  await reaches("DONE");
}

/** Customers with 200 open invoices, made by an admin. */
async function makeOpenInvoices(browser: Browser): Promise<void> {
  const context = await browser.newContext({
    storageState: signedInState,
    ...(process.env.E2E_ADDRESS && { baseURL: process.env.E2E_ADDRESS }),
  });
  const page = await context.newPage();
  const customers = Array.from({ length: CUSTOMERS }, (_, at) => `${nameOf(at)},Natal,BR`);
  await importFile(
    page,
    "oficinas.csv",
    "CUSTOMER",
    `Legal name,City,Country\n${customers.join("\n")}\n`,
  );
  const invoices = Array.from(
    { length: RECEIPTS },
    (_, at) =>
      `${nameOf(at)},OF-${7000 + at},Sales,Authorized,2026-01-02,2026-02-01,CHF,${totalOf(at)}`,
  );
  await importFile(
    page,
    "faturas-oficinas.csv",
    "INVOICE",
    `Customer,Invoice number,Kind,Status,Invoice date,Due date,Currency,Total\n${invoices.join("\n")}\n`,
  );
  await context.close();
}

const statement = () => {
  const transactions = Array.from({ length: RECEIPTS }, (_, at) => {
    const said =
      at < UNCLEAR
        ? "DEPOSITO"
        : at % 2
          ? `PIX OF ${7000 + at}`
          : `TED ${nameOf(at)} OF-${7000 + at}`;
    return `<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260304<TRNAMT>${totalOf(at)}<FITID>J${at}<MEMO>${said}</STMTTRN>`;
  });
  return {
    name: "extrato.ofx",
    mimeType: "application/x-ofx",
    buffer: Buffer.from(
      `OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nCHARSET:1252\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>CHF<BANKACCTFROM><BANKID>0341<ACCTID>777-1</BANKACCTFROM><BANKTRANLIST>${transactions.join("\n")}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`,
    ),
  };
};

// A person of their own, with the role that does this every month.
test.use({ storageState: { cookies: [], origins: [] } });

test("a finance person takes 200 receipts of a bank file to a reconciled list, prints a statement, and undoes the lot", async ({
  page,
  browser,
  refusals,
}) => {
  await makeOpenInvoices(browser);
  const person = await invite(browser, "finance");
  refusals.push("401 /graphql");
  // A currency of their own, so that the list shows them without those of the demo.
  await page.goto("/receivables?currency=CHF");
  await signIn(page, person);
  const accounts = page.getByRole("grid", { name: "Receivables" });
  const last = accounts.getByRole("link", { name: "Oficina39 do Norte Ltda" });
  await expect(last).toBeVisible();
  const statementOfLast = (await last.getAttribute("href")) ?? "";

  await test.step("the file is matched with open invoices", async () => {
    await page.getByRole("link", { name: "Import bank file" }).click();
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: /Choose a file/ }).click();
    await (await choosing).setFiles(statement());
    await expect(heading(page, "Match the columns of the file")).toBeVisible({ timeout: 30_000 });
    await toReview(page);
    expect(await planOf(page)).toMatchObject({
      New: RECEIPTS - UNCLEAR,
      Undecided: UNCLEAR,
      Error: 0,
    });
    await expect(
      page.getByRole("grid").getByRole("link", { name: "OF-7002" }).first(),
    ).toBeVisible();
  });

  await test.step("what is uncertain is decided", async () => {
    for (let left = UNCLEAR; left > 0; left -= 1) {
      await page.getByRole("link", { name: /^Undecided/ }).click();
      await page.getByRole("grid", { name: "Rows" }).getByText("Undecided").first().click();
      const decision = page.getByRole("region", { name: "What does it pay?" });
      await decision.getByRole("button", { name: "Choose this" }).first().click();
      await expect(page.getByRole("link", { name: `New ${RECEIPTS - left + 1}` })).toBeVisible();
      await page.keyboard.press("Escape");
    }
  });

  await test.step("the run settles all of them", async () => {
    await run(page);
    expect(await outcomeOf(page)).toMatchObject({ created: RECEIPTS, failed: 0, skipped: 0 });
    await page.goto("/receivables?currency=CHF");
    await expect(accounts).toBeVisible();
    await expect(accounts.getByText("Oficina39 do Norte Ltda")).toHaveCount(0);
  });

  await test.step("the statement of a customer comes to nothing, and is printed", async () => {
    await page.goto(statementOfLast);
    const account = page.getByRole("table", { name: "Account in CHF" });
    await expect(account.getByRole("row").filter({ hasText: "Payment" })).toHaveCount(
      RECEIPTS / CUSTOMERS,
    );
    await expect(account.getByRole("row").filter({ hasText: "Closing balance" })).toContainText(
      /\b0\.00/,
    );
    const pdf = await page.getByRole("link", { name: "Open PDF" }).getAttribute("href");
    const printed = await page.request.get(pdf ?? "");
    expect(printed.headers()["content-type"]).toBe("application/pdf");
    expect((await printed.body()).subarray(0, 5).toString()).toBe("%PDF-");
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute("data-printed", "yes");
    });
    await page.getByRole("button", { name: "Print" }).click();
    await expect(page.locator("body")).toHaveAttribute("data-printed", "yes");
    await page.emulateMedia({ media: "print" });
    await expect(account).toBeVisible();
    await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
    await page.emulateMedia({ media: null });
  });

  await test.step("undone, everything is open again", async () => {
    await page.goto("/imports");
    await page.getByRole("link", { name: "extrato.ofx" }).click();
    await page.getByRole("button", { name: "Undo import" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Undo import" }).click();
    await expect(page.getByText("What was undone")).toBeVisible({ timeout: 30_000 });
    await page.goto("/receivables?currency=CHF");
    await expect(accounts.getByText("Oficina39 do Norte Ltda")).toBeVisible();
  });
});

import type { Role } from "@clientela/shared/records/roles";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/journey.js";
import { invite, signIn } from "./support/person.js";

const everyTab = [
  "Overview",
  "Contact details",
  "Projects",
  "Orders & invoices",
  "Deals & quotes",
  "Files",
];
const money = ["Open orders", "Outstanding", "Overdue"];

interface Sight {
  role: Role;
  /** The profile's tabs, all of them. */
  tabs: readonly string[];
  /** What "+ New" offers on the profile; without it the button is not there. */
  adds: readonly string[];
  seesMoney: boolean;
  addsCustomers: boolean;
  seesImports: boolean;
  imports: boolean;
  exports: boolean;
  /** The record of their trade that they make: what "+ New" calls it, and the field that names it. */
  makes?: readonly [what: string, field: string];
}

const reader = { tabs: everyTab, seesMoney: true, seesImports: true };
const sights: readonly Sight[] = [
  {
    ...reader,
    role: "admin",
    adds: [
      "Task",
      "Project",
      "Time entry",
      "Deal",
      "Quote",
      "Purchase order",
      "Invoice",
      "Purchase invoice",
      "Payment",
      "Credit note",
      "Promise to pay",
      "Contact",
      "Conversation",
      "Note",
    ],
    addsCustomers: true,
    imports: true,
    exports: true,
  },
  {
    ...reader,
    role: "sales",
    makes: ["Deal", "Title"],
    adds: ["Task", "Deal", "Quote", "Purchase order", "Contact", "Conversation", "Note"],
    addsCustomers: true,
    imports: true,
    exports: true,
  },
  {
    ...reader,
    role: "finance",
    makes: ["Purchase order", "Reference"],
    adds: [
      "Task",
      "Purchase order",
      "Invoice",
      "Purchase invoice",
      "Payment",
      "Credit note",
      "Promise to pay",
      "Conversation",
      "Note",
    ],
    addsCustomers: false,
    imports: true,
    exports: true,
  },
  {
    role: "projects",
    makes: ["Project", "Name"],
    tabs: ["Overview", "Contact details", "Projects", "Files"],
    adds: ["Task", "Project", "Time entry", "Conversation", "Note"],
    seesMoney: false,
    seesImports: false,
    addsCustomers: false,
    imports: false,
    exports: false,
  },
  { ...reader, role: "viewer", adds: [], addsCustomers: false, imports: false, exports: false },
];

// A person of their own: whoever signs in here has a session that nobody else uses.
test.use({ storageState: { cookies: [], origins: [] } });

/** Takes every answer of the graph in which something was refused for its role. */
function refusedAnswers(page: Page): string[] {
  const found: string[] = [];
  page.on("response", async (response) => {
    if (!response.url().endsWith("/graphql")) return;
    const text = await response.text().catch(() => "");
    if (text.includes("FORBIDDEN")) found.push(text.slice(0, 300));
  });
  return found;
}

const shown = (page: Page, role: "button" | "link" | "menuitem", name: string, is: boolean) =>
  expect(page.getByRole(role, { name, exact: true })).toHaveCount(is ? 1 : 0);

for (const sight of sights) {
  test(`${sight.role} signs in and sees what is theirs, and no more`, async ({
    page,
    browser,
    refusals,
  }, testInfo) => {
    const picture = (name: string) =>
      page.screenshot({ path: testInfo.outputPath(`${sight.role}-${name}.png`) });
    const person = await invite(browser, sight.role);
    const refused = refusedAnswers(page);

    await test.step("signs in", async () => {
      refusals.push("401 /graphql");
      await page.goto("/customers");
      await signIn(page, person);
      await expect(page.getByRole("grid", { name: "Customers" })).toBeVisible();
    });

    await test.step("the list: columns, and what can be done", async () => {
      const rows = page.getByRole("grid").getByRole("row").getByRole("link");
      await expect(rows.first()).toBeVisible();
      for (const name of money) {
        await expect(page.getByRole("columnheader", { name: new RegExp(`^${name}`) })).toHaveCount(
          sight.seesMoney ? 1 : 0,
        );
      }
      await shown(page, "button", "Add customer", sight.addsCustomers);
      await expect(page.getByRole("link", { name: "Imports" })).toHaveCount(
        sight.seesImports ? 1 : 0,
      );
      await picture("customers");
      await page.goto("/customers?sort=-overdue");
      await expect(rows.first()).toBeVisible();
      await expect(page.locator("[aria-sort]")).toHaveAttribute(
        "data-column",
        sight.seesMoney ? "overdue" : "name",
      );
      const more = page.getByRole("button", { name: "More", exact: true });
      if (sight.imports || sight.exports) {
        await more.click();
        await expect(page.getByRole("menuitem", { name: /^Import/ })).toHaveCount(
          sight.imports ? 1 : 0,
        );
        await expect(page.getByRole("menuitem", { name: /^Export/ })).toHaveCount(
          sight.exports ? 1 : 0,
        );
        await page.keyboard.press("Escape");
      }
    });

    await test.step("a profile: tabs, metrics, and what can be added", async () => {
      // One of the demo, whatever other journeys have brought in.
      await page.getByRole("searchbox").fill("Academia Águas Claras");
      await expect(page.getByText("Rows 1–1 of 1")).toBeVisible();
      await page
        .getByRole("grid")
        .getByRole("link", { name: /^Academia Águas Claras/ })
        .click();
      const tabs = page.getByRole("navigation", { name: "Profile sections" });
      await expect(tabs.getByRole("link")).toHaveText(
        sight.tabs.map((tab) => new RegExp(`^${tab}`)),
      );
      const summary = page.getByRole("region", { name: "Summary" });
      const metrics = sight.seesMoney
        ? ["Projects", "Tasks", "Purchase orders", "Invoices", "Purchase invoices"]
        : ["Projects", "Tasks"];
      await expect(summary.getByRole("heading")).toHaveText(metrics);
      const add = page.getByRole("button", { name: "New", exact: true });
      if (sight.adds.length === 0) await expect(add).toHaveCount(0);
      else {
        await add.click();
        await expect(page.getByRole("menuitem")).toHaveText([...sight.adds]);
        await page.keyboard.press("Escape");
      }
      await picture("profile");
    });

    await test.step("a day's writes: a task and a record of the trade made, the task ticked, a note written, a file attached", async () => {
      if (sight.role === "viewer") return;
      const title = `Call back, says ${sight.role}`;
      const profile = new URL(page.url()).pathname.replace(/\/[a-z]+$/, "");
      await page.getByRole("button", { name: "New", exact: true }).click();
      await page.getByRole("menuitem", { name: "Task" }).click();
      const form = page.getByRole("dialog");
      await form.getByLabel("Title").fill(title);
      await form.getByRole("button", { name: "Create" }).click();
      await expect(form).toBeHidden();
      if (sight.makes) {
        const [what, field] = sight.makes;
        await page.getByRole("button", { name: "New", exact: true }).click();
        await page.getByRole("menuitem", { name: what, exact: true }).click();
        // The name of a field that may stay empty says so.
        const input = form.getByRole("textbox", { name: new RegExp(`^${field}`) });
        await input.fill(`Made by ${sight.role}`);
        // A document without lines would ask whether it is meant.
        if (what === "Purchase order") {
          await form.getByLabel("Line 1: Description").fill("Paper");
          await form.getByLabel("Line 1: Unit price").fill("10");
        }
        await form.getByRole("button", { name: "Create" }).click();
        await expect(form).toBeHidden();
      }
      await page.goto(`${profile}/projects?show=tasks`);
      await page.getByRole("checkbox", { name: `Done: ${title}` }).check();
      await expect(page.getByText(`“${title}” was completed.`)).toBeVisible();
      await page.goto(profile);
      const note = page.getByPlaceholder("Write a note…");
      await note.fill(`Seen by ${sight.role}.`);
      await note.press("Control+Enter");
      await expect(
        page.getByRole("main").getByText(`Seen by ${sight.role}.`).first(),
      ).toBeVisible();
      await page.goto(`${profile}/files`);
      await expect(page.getByRole("button", { name: "Add files" })).toBeVisible();
      const choosing = page.waitForEvent("filechooser");
      await page.keyboard.press("u");
      const name = `${sight.role}.txt`;
      await (await choosing).setFiles({ name, mimeType: "text/plain", buffer: Buffer.from(name) });
      await expect(page.getByRole("main").getByText(name).first()).toBeVisible();
    });

    await test.step("an address of what is not theirs says so", async () => {
      const notForYou = page.getByRole("heading", { name: "You don’t have access to this page" });
      const profile = new URL(page.url()).pathname.replace(/\/[a-z]+$/, "");
      for (const [address, isTheirs] of [
        [`${profile}/documents`, sight.seesMoney],
        [`${profile}/deals`, sight.seesMoney],
        ["/receivables", sight.seesMoney],
        ["/payables", sight.seesMoney],
        ["/imports", sight.seesImports],
        ["/imports/new", sight.imports],
      ] as const) {
        await page.goto(address);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(notForYou, address).toHaveCount(isTheirs ? 0 : 1);
      }
      await picture("imports");
      await page.goto("/settings/keys");
      await expect(page.getByText("Only administrators can manage API keys.")).toHaveCount(
        sight.role === "admin" ? 0 : 1,
      );
      await page.goto("/settings/people");
      await expect(page.getByRole("table")).toBeVisible();
      await shown(page, "button", "Invite someone", sight.role === "admin");
      await expect(page.getByRole("grid", { name: "People" })).toHaveCount(
        sight.role === "admin" ? 1 : 0,
      );
      await picture("people");
    });

    expect(refused, "answers that were refused: the app asked for what is not theirs").toEqual([]);
  });
}

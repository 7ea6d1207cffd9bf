import type { Role } from "@clientela/shared/records/roles";
import { type Browser, expect, type Page } from "@playwright/test";
import { signedInState } from "./places.js";

const password = "correct horse battery";

/** Someone who can sign in. */
export interface Person {
  email: string;
  password: string;
}

/** Lets someone in who has this role, and has followed the link. */
export async function invite(browser: Browser, role: Role): Promise<Person> {
  const baseURL = process.env.E2E_ADDRESS;
  const context = await browser.newContext({ storageState: signedInState, baseURL });
  const email = `${role}-${Date.now()}@example.com`;
  const invited = await context.request.post("/graphql", {
    data: {
      query: "mutation ($input: InviteUserInput!) { inviteUser(input: $input) { path } }",
      variables: { input: { name: `${role} person`, email, role } },
    },
  });
  const { data } = await invited.json();
  const token = new URL(data.inviteUser.path, "http://x").searchParams.get("token");
  await context.close();
  const stranger = await browser.newContext({ baseURL });
  const joined = await stranger.request.post("/api/join", { data: { token, password } });
  expect(joined.ok()).toBe(true);
  await stranger.close();
  return { email, password };
}

/** Fills in the sign-in page that is on screen. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.keyboard.press("Enter");
}

import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useLocation } from "react-router";
import { renderApp } from "../../../test/renderApp.js";
import { Component as SignInPage } from "./SignInPage.js";

function Place() {
  const { pathname, search } = useLocation();
  return pathname === "/sign-in" ? <SignInPage /> : <p>at {pathname + search}</p>;
}

const answers = jest.fn<Promise<Partial<Response>>, [path: string, init: RequestInit]>();

let provider: { name: string } | null;
let firstAdminDue: boolean;

beforeEach(() => {
  answers.mockReset();
  provider = null;
  firstAdminDue = false;
  const methods = { ok: true, json: async () => ({ singleSignOn: provider, firstAdminDue }) };
  Object.assign(globalThis, {
    fetch: async (path: string, init: RequestInit) =>
      path === "/api/auth/methods" ? methods : answers(path, init),
  });
});

async function signIn(password: string) {
  const user = userEvent.setup();
  await user.type(screen.getByLabelText("E-mail"), "ana@example.com");
  await user.type(screen.getByLabelText("Password"), password);
  await user.keyboard("{Enter}");
}

const refusal = (status: number, retryAfter?: string): Partial<Response> => ({
  ok: false,
  status,
  headers: new Headers(retryAfter ? { "retry-after": retryAfter } : {}),
  json: async () => ({}),
});

describe("the sign-in page", () => {
  it("continues to the page that was requested", async () => {
    answers.mockResolvedValue({ ok: true, json: async () => ({}) });
    await renderApp(<Place />, { path: "/sign-in?to=%2Fcustomers%3Fq%3Dana" });
    await signIn("correct horse");
    expect(await screen.findByText("at /customers?q=ana")).toBeInTheDocument();
    expect(answers.mock.calls[0]?.[0]).toBe("/api/auth/sign-in/email");
    expect(JSON.parse(String(answers.mock.calls[0]?.[1].body))).toEqual({
      email: "ana@example.com",
      password: "correct horse",
    });
  });

  it.each([
    [refusal(401), "Incorrect e-mail or password."],
    [refusal(429, "30"), "Too many attempts. Wait 30 seconds and try again."],
    [
      refusal(429, "840"),
      "Too many attempts from this network. Wait 14 minutes, or use a browser you have signed in with before.",
    ],
    [
      refusal(429, "80000"),
      "Too many attempts from this network. Wait 23 hours, or use a browser you have signed in with before.",
    ],
    [refusal(503), "Something went wrong on the server. Try again in a moment."],
  ])("says in place why it did not work", async (answer, text) => {
    answers.mockResolvedValue(answer);
    await renderApp(<Place />, { path: "/sign-in" });
    await signIn("wrong");
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it("mentions the link in the terminal while there is no account yet", async () => {
    firstAdminDue = true;
    await renderApp(<Place />, { path: "/sign-in" });
    expect(
      await screen.findByText(/^There are no accounts yet\. Open the link shown in the server/),
    ).toBeInTheDocument();
  });

  it("sends nothing without an e-mail, and puts the focus there", async () => {
    const user = userEvent.setup();
    await renderApp(<Place />, { path: "/sign-in" });
    await user.click(screen.getByRole("button", { name: "Sign in" }));
    expect(answers).not.toHaveBeenCalled();
    expect(screen.getByLabelText("E-mail")).toHaveFocus();
    expect(screen.getByText("Enter your e-mail.")).toBeInTheDocument();
  });

  it("asks for the code of two-factor authentication, and continues with it", async () => {
    const user = userEvent.setup();
    answers
      .mockResolvedValueOnce({ ok: true, json: async () => ({ twoFactorChallenge: "token" }) })
      .mockResolvedValueOnce(refusal(400))
      .mockResolvedValueOnce({ ok: true, json: async () => ({}) });
    await renderApp(<Place />, { path: "/sign-in?to=%2Fcustomers" });
    await signIn("correct horse");
    const code = await screen.findByLabelText("Code");
    await user.type(code, "000000{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent("The code is incorrect");
    await user.clear(code);
    await user.type(code, "123456{Enter}");
    expect(await screen.findByText("at /customers")).toBeInTheDocument();
    expect(
      answers.mock.calls.slice(1).map(([path, { body }]) => [path, JSON.parse(String(body))]),
    ).toEqual(
      ["000000", "123456"].map((shown) => [
        "/api/auth/sign-in/code",
        { twoFactorChallenge: "token", code: shown },
      ]),
    );
  });

  it("leads back to the password when the second step took too long", async () => {
    const user = userEvent.setup();
    answers
      .mockResolvedValueOnce({ ok: true, json: async () => ({ twoFactorChallenge: "token" }) })
      .mockResolvedValueOnce({
        ...refusal(400),
        json: async () => ({
          errors: [
            { extensions: { issues: [{ path: "twoFactorChallenge", message: "has expired" }] } },
          ],
        }),
      });
    await renderApp(<Place />, { path: "/sign-in" });
    await signIn("correct horse");
    await user.type(await screen.findByLabelText("Code"), "123456{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent("This took too long.");
    await user.click(screen.getByRole("button", { name: "Back" }));
    expect(screen.getByLabelText("Password")).toBeInTheDocument();
  });

  it("leads to the single sign-on provider, and on to the page that was requested", async () => {
    provider = { name: "Example ID" };
    await renderApp(<Place />, { path: "/sign-in?to=%2Fcustomers%3Fq%3Dana" });
    expect(await screen.findByRole("link", { name: "Sign in with Example ID" })).toHaveAttribute(
      "href",
      "/api/auth/oidc/start?to=%2Fcustomers%3Fq%3Dana",
    );
  });

  it.each([
    ["unknown", /^There is no account for your e-mail address/],
    ["unverified", /has not verified your e-mail/],
    ["disabled", /is disabled/],
    ["failed", /Signing in with your provider failed/],
  ])("says why single sign-on led back: %s", async (why, text) => {
    await renderApp(<Place />, { path: `/sign-in?sso=${why}` });
    expect(screen.getByRole("alert")).toHaveTextContent(text);
  });
});

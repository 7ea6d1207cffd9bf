import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useLocation } from "react-router";
import { renderApp } from "../../test/renderApp.js";
import { Component as JoinPage } from "./JoinPage.js";

function Place() {
  const { pathname } = useLocation();
  return pathname === "/join" ? <JoinPage /> : <p>at {pathname}</p>;
}

const answers = jest.fn<Promise<Partial<Response>>, [path: string, init: RequestInit]>();

beforeEach(() => {
  answers.mockReset();
  Object.assign(globalThis, { fetch: answers });
});

const refusal = (path: string, message: string): Partial<Response> => ({
  ok: false,
  status: 400,
  headers: new Headers(),
  json: async () => ({
    errors: [{ message: "Please check.", extensions: { issues: [{ path, code: "x", message }] } }],
  }),
});

async function choose(password: string) {
  const user = userEvent.setup();
  await user.type(screen.getByLabelText("Password"), password);
  await user.keyboard("{Enter}");
}

describe("the page behind a link of invitation", () => {
  it("saves the password with the token and goes into the app", async () => {
    answers.mockResolvedValue({ ok: true, json: async () => ({}) });
    await renderApp(<Place />, { path: "/join?token=abc" });
    await choose("a long enough one");
    expect(await screen.findByText("at /")).toBeInTheDocument();
    expect(answers.mock.calls[0]?.[0]).toBe("/api/join");
    expect(JSON.parse(String(answers.mock.calls[0]?.[1].body))).toEqual({
      token: "abc",
      password: "a long enough one",
    });
  });

  it("shows the server's objection to a password under the field", async () => {
    answers.mockResolvedValue(refusal("password", "is one of the first that anyone would guess"));
    await renderApp(<Place />, { path: "/join?token=abc" });
    await choose("password123");
    const field = screen.getByLabelText("Password");
    expect(await screen.findByText("Is one of the first that anyone would guess.")).toHaveAttribute(
      "id",
      field.getAttribute("aria-describedby")?.split(" ").at(-1),
    );
    expect(field).toHaveFocus();
  });

  it("reports a used link, and does not send a password that is too short", async () => {
    answers.mockResolvedValue(refusal("token", "has expired"));
    await renderApp(<Place />, { path: "/join?token=abc" });
    await choose("short");
    expect(answers).not.toHaveBeenCalled();
    expect(screen.getByText("Use at least 8 characters.")).toBeInTheDocument();
    await choose("-but now long");
    expect(await screen.findByRole("alert")).toHaveTextContent(
      "This link has expired or has already been used. Ask an administrator for a new one.",
    );
  });

  it("asks for the whole link if the token is missing", async () => {
    await renderApp(<Place />, { path: "/join" });
    expect(screen.getByText(/This link is incomplete/)).toBeInTheDocument();
    expect(screen.queryByLabelText("Password")).not.toBeInTheDocument();
  });
});

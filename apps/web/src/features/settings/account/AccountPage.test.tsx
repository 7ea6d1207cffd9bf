import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import {
  ChangePasswordDocument,
  ConfirmTwoFactorDocument,
  DisableTwoFactorDocument,
  EndOtherSessionsDocument,
  EndSessionDocument,
  OwnKeysDocument,
  RevokeApiKeyDocument,
  SessionsDocument,
  SigningInDocument,
  StartTwoFactorDocument,
} from "../../../gql/graphql.js";
import { answer, refuse, renderSettings } from "../settings.factory.js";
import { Component as AccountPage } from "./AccountPage.js";

const session = (id: string, changes: object = {}) => ({
  __typename: "Session",
  id,
  createdAt: "2026-11-20T10:00:00Z",
  lastSeenAt: "2026-11-24T10:00:00Z",
  current: false,
  ipAddress: "10.0.0.7",
  userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/18.6 Safari/604.1",
  ...changes,
});

function sessions() {
  const all = [
    session("s1", { current: true, userAgent: "Mozilla/5.0 (Windows NT 10.0) Firefox/143.0" }),
    session("s2"),
    session("s3"),
  ];
  const list = answer(SessionsDocument, () => ({
    viewer: { __typename: "Viewer", sessions: [...all] },
  }));
  return { ...list, all };
}

const twoFactorChallenge = (left: () => number | null, hasPassword = true) =>
  answer(SigningInDocument, () => ({
    viewer: { __typename: "Viewer", hasPassword, backupCodesLeft: left() },
  }));

const ownKeys = (keys: readonly object[] = []) =>
  answer(OwnKeysDocument, () => ({ viewer: { __typename: "Viewer", apiKeys: [...keys] } }));

describe("my account", () => {
  it("shows the name of one's own role, and ends API keys that one made", async () => {
    const user = userEvent.setup();
    const key = {
      __typename: "ApiKey",
      id: "k1",
      name: "ERP",
      prefix: "clk_0197c0de00007",
      scopes: ["customers:read", "customers:write", "orders:read"],
      expiresAt: null,
      lastUsedAt: null,
      revokedAt: null,
    };
    const revoke = answer(RevokeApiKeyDocument, () => ({
      revokeApiKey: {
        __typename: "RevokeApiKeyPayload",
        key: { __typename: "ApiKey", id: "k1", revokedAt: "2026-11-24T10:00:00Z" },
      },
    }));
    await renderSettings(
      <AccountPage />,
      [sessions(), twoFactorChallenge(() => null), ownKeys([key]), revoke],
      {
        role: "sales",
        viewer: { accessRole: { id: "r9", name: "Inside sales", isPreset: false } },
      },
    );
    expect(await screen.findByText("Inside sales")).toBeInTheDocument();
    const keys = await screen.findByRole("region", { name: "Your API keys" });
    expect(keys).toHaveTextContent("Customers: Read, Write · Purchase orders: Read");
    expect(keys).toHaveTextContent("Never used");
    await user.click(within(keys).getByRole("button", { name: "Revoke ERP" }));
    const question = await screen.findByRole("dialog", { name: "Revoke “ERP”?" });
    expect(revoke.calls).toEqual([]);
    await user.click(within(question).getByRole("button", { name: "Revoke" }));
    expect(await within(keys).findByText("Revoked")).toBeInTheDocument();
    expect(revoke.calls).toEqual([{ id: "k1" }]);
    expect(within(keys).queryByRole("button")).not.toBeInTheDocument();
  });

  it("changes the password, with what is wrong under its field", async () => {
    const user = userEvent.setup();
    const change = answer(ChangePasswordDocument, ({ input }) =>
      input.currentPassword === "wrong one"
        ? refuse("currentPassword", "is not your password")
        : { changePassword: { __typename: "ChangePasswordPayload", changed: true } },
    );
    await renderSettings(<AccountPage />, [
      sessions(),
      twoFactorChallenge(() => null),
      ownKeys(),
      change,
    ]);
    const current = screen.getByLabelText("Current password");
    const next = screen.getByLabelText("New password");
    await user.type(current, "wrong one");
    await user.type(next, "short{Enter}");
    expect(await screen.findByText("Use at least 8 characters.")).toBeInTheDocument();
    expect(change.calls).toEqual([]);
    await user.type(next, " no more{Enter}");
    expect(await screen.findByText("Is not your password.")).toBeInTheDocument();
    await user.clear(current);
    await user.type(current, "right one{Enter}");
    expect(await screen.findByText(/Your password was changed/)).toBeInTheDocument();
    expect(change.calls.at(-1)).toEqual({
      input: { currentPassword: "right one", newPassword: "short no more" },
    });
    expect(current).toHaveValue("");
    expect(next).toHaveValue("");
  });

  it("asks people with single sign-on only for no password, and says how to get one", async () => {
    await renderSettings(<AccountPage />, [
      sessions(),
      twoFactorChallenge(() => null, false),
      ownKeys(),
    ]);
    const region = await screen.findByRole("region", { name: "How you sign in" });
    expect(region).toHaveTextContent(/single sign-on.*an administrator can give you a link/i);
    expect(screen.queryByLabelText("Current password")).not.toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Turn on" })).not.toBeInTheDocument();
  });

  it("distinguishes the sessions and ends one of them", async () => {
    const user = userEvent.setup();
    const open = sessions();
    const end = answer(EndSessionDocument, ({ id }) => {
      open.all.splice(1, 1);
      return {
        endSession: {
          __typename: "EndSessionPayload",
          session: { __typename: "Session", id },
        },
      };
    });
    await renderSettings(<AccountPage />, [open, twoFactorChallenge(() => null), end]);
    const region = screen.getByRole("region", { name: "Where you are signed in" });
    const [mine, other] = await within(region).findAllByRole("listitem");
    if (!mine || !other) throw new Error("there are no sessions");
    expect(within(mine).getByText("This session")).toBeInTheDocument();
    expect(within(mine).queryByRole("button")).not.toBeInTheDocument();
    await user.click(within(other).getByRole("button", { name: "Sign out Safari · iPhone" }));
    await waitFor(() => expect(within(region).getAllByRole("listitem")).toHaveLength(2));
    expect(end.calls).toEqual([{ id: "s2" }]);
  });

  it("signs out everywhere else after a question", async () => {
    const user = userEvent.setup();
    const open = sessions();
    const end = answer(EndOtherSessionsDocument, () => {
      const ended = open.all.splice(1).length;
      return { endOtherSessions: { __typename: "EndOtherSessionsPayload", ended } };
    });
    await renderSettings(<AccountPage />, [open, twoFactorChallenge(() => null), end]);
    await user.click(await screen.findByRole("button", { name: "Sign out everywhere else" }));
    const dialog = await screen.findByRole("dialog", { name: "Sign out everywhere else?" });
    expect(end.calls).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Sign out everywhere else" }));
    expect(await screen.findByText("2 sessions were signed out.")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /^Sign out/ })).not.toBeInTheDocument();
  });

  it("switches the second step on: password, app, backup codes", async () => {
    const user = userEvent.setup();
    let left: number | null = null;
    const start = answer(StartTwoFactorDocument, () => ({
      startTwoFactor: {
        __typename: "StartTwoFactorPayload",
        secret: "ABCDEFGH",
        uri: "otpauth://totp/Clientela:ana@example.com?secret=ABCDEFGH&issuer=Clientela",
      },
    }));
    const confirm = answer(ConfirmTwoFactorDocument, ({ input }) => {
      if (input.code !== "123456") refuse("code", "is not right");
      left = 10;
      const backupCodes = ["AAAA-BBBB-CCCC-DDDD", "EEEE-FFFF-GGGG-HHHH"];
      return { confirmTwoFactor: { __typename: "BackupCodesPayload", backupCodes } };
    });
    await renderSettings(<AccountPage />, [
      sessions(),
      twoFactorChallenge(() => left),
      start,
      confirm,
    ]);
    await user.click(await screen.findByRole("button", { name: "Turn on" }));
    const ask = await screen.findByRole("dialog", { name: "Two-factor authentication" });
    await user.type(within(ask).getByLabelText("Current password"), "correct horse{Enter}");
    const app = await screen.findByRole("dialog", { name: "Set up your app" });
    expect(start.calls).toEqual([{ input: { password: "correct horse" } }]);
    expect(within(app).getByRole("img", { name: /^QR code/ })).toBeInTheDocument();
    expect(within(app).getByLabelText("Key")).toHaveValue("ABCDEFGH");
    const code = within(app).getByLabelText("Code");
    await user.type(code, "000000{Enter}");
    expect(await within(app).findByText("Is not right.")).toBeInTheDocument();
    await user.clear(code);
    await user.type(code, "123456{Enter}");
    const codes = await screen.findByRole("dialog", { name: "Backup codes" });
    expect(codes).toHaveTextContent("AAAA-BBBB-CCCC-DDDD");
    await user.click(within(codes).getByRole("button", { name: "Done" }));
    expect(await screen.findByText("10 backup codes left")).toBeInTheDocument();
  });

  it("switches it off with the password alone", async () => {
    const user = userEvent.setup();
    let left: number | null = 3;
    const disable = answer(DisableTwoFactorDocument, ({ input }) => {
      if (input.password !== "correct horse") refuse("password", "is not your password");
      if (input.code !== "123456") refuse("code", "is not right");
      left = null;
      return { disableTwoFactor: { __typename: "DisableTwoFactorPayload", disabled: true } };
    });
    await renderSettings(<AccountPage />, [sessions(), twoFactorChallenge(() => left), disable]);
    await user.click(await screen.findByRole("button", { name: "Turn off" }));
    const dialog = await screen.findByRole("dialog", {
      name: "Turn off two-factor authentication?",
    });
    const password = within(dialog).getByLabelText("Current password");
    await user.type(password, "wrong{Enter}");
    expect(await within(dialog).findByText("Enter the code.")).toBeInTheDocument();
    expect(disable.calls).toEqual([]);
    const code = within(dialog).getByLabelText("Code");
    await user.type(code, "000000{Enter}");
    expect(await within(dialog).findByText("Is not your password.")).toBeInTheDocument();
    await user.clear(password);
    await user.type(password, "correct horse{Enter}");
    expect(await within(dialog).findByText("Is not right.")).toBeInTheDocument();
    await user.clear(code);
    await user.type(code, "123456{Enter}");
    expect(await screen.findByText("Two-factor authentication is off.")).toBeInTheDocument();
    expect(await screen.findByRole("button", { name: "Turn on" })).toBeInTheDocument();
  });
});

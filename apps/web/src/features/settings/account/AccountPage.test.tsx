import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import {
  ChangePasswordDocument,
  EndOtherSessionsDocument,
  EndSessionDocument,
  SessionsDocument,
} from "../../../gql/graphql.js";
import { answer, refuse, renderSettings } from "../settings.make.js";
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
    viewer: { __typename: "Viewer", id: "u-ana", sessions: [...all] },
  }));
  return { ...list, all };
}

describe("my account", () => {
  it("changes the password, with what is wrong under its field", async () => {
    const user = userEvent.setup();
    const change = answer(ChangePasswordDocument, ({ input }) =>
      input.currentPassword === "wrong one"
        ? refuse("currentPassword", "is not your password")
        : { changePassword: { __typename: "ChangePasswordPayload", changed: true } },
    );
    await renderSettings(<AccountPage />, [sessions(), change]);
    const current = screen.getByLabelText("Current password");
    const next = screen.getByLabelText("New password");
    await user.type(current, "wrong one");
    await user.type(next, "short{Enter}");
    expect(await screen.findByText("A password has at least 8 characters.")).toBeInTheDocument();
    expect(change.asked).toEqual([]);
    await user.type(next, " no more{Enter}");
    expect(await screen.findByText("Is not your password.")).toBeInTheDocument();
    await user.clear(current);
    await user.type(current, "right one{Enter}");
    expect(await screen.findByText(/Your password was changed/)).toBeInTheDocument();
    expect(change.asked.at(-1)).toEqual({
      input: { currentPassword: "right one", newPassword: "short no more" },
    });
    expect(current).toHaveValue("");
    expect(next).toHaveValue("");
  });

  it("tells the sessions apart and ends one of them", async () => {
    const user = userEvent.setup();
    const open = sessions();
    const end = answer(EndSessionDocument, ({ id }) => {
      open.all.splice(1, 1);
      return { endSession: { __typename: "EndSessionPayload", id } };
    });
    await renderSettings(<AccountPage />, [open, end]);
    const region = screen.getByRole("region", { name: "Where you are signed in" });
    const [mine, other] = await within(region).findAllByRole("listitem");
    if (!mine || !other) throw new Error("there are no sessions");
    expect(within(mine).getByText("This session")).toBeInTheDocument();
    expect(within(mine).queryByRole("button")).not.toBeInTheDocument();
    await user.click(within(other).getByRole("button", { name: "Sign out Safari · iPhone" }));
    await waitFor(() => expect(within(region).getAllByRole("listitem")).toHaveLength(2));
    expect(end.asked).toEqual([{ id: "s2" }]);
  });

  it("signs out everywhere else after a question", async () => {
    const user = userEvent.setup();
    const open = sessions();
    const end = answer(EndOtherSessionsDocument, () => {
      const ended = open.all.splice(1).length;
      return { endOtherSessions: { __typename: "EndOtherSessionsPayload", ended } };
    });
    await renderSettings(<AccountPage />, [open, end]);
    await user.click(await screen.findByRole("button", { name: "Sign out everywhere else" }));
    const dialog = await screen.findByRole("dialog", { name: "Sign out everywhere else?" });
    expect(end.asked).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Sign out everywhere else" }));
    expect(await screen.findByText("2 sessions have ended.")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /^Sign out/ })).not.toBeInTheDocument();
  });
});

import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import {
  AccessRolesDocument,
  EndSessionOfPersonDocument,
  EndSessionsDocument,
  PeopleListDocument,
  PersonAccessDocument,
  ResendInvitationDocument,
  RevokeApiKeysDocument,
  RevokeInvitationDocument,
  TeamsDocument,
} from "../../../gql/graphql.js";
import { answer, renderSettings } from "../settings.factory.js";
import { Component as PeoplePage } from "./PeoplePage.js";

const role = {
  __typename: "AccessRole",
  id: "preset-sales",
  version: 1,
  name: "sales",
  basedOn: "sales",
  isPreset: true,
  recordAccess: "ALL",
  permissions: ["customers:read"],
};
const invitation = (changes: object = {}) => ({
  __typename: "Invitation",
  status: "PENDING",
  sentAt: "2026-11-20T12:00:00Z",
  sentBy: { __typename: "User", id: "u1", name: "Ana Lima" },
  expiresAt: "2026-11-27T12:00:00Z",
  acceptedAt: null,
  revokedAt: null,
  ...changes,
});
const person = (id: string, name: string, changes: object = {}) => ({
  __typename: "User",
  id,
  version: 3,
  name,
  email: `${name.toLowerCase()}@example.com`,
  accessRole: role,
  disabled: false,
  invited: false,
  invitation: null as object | null,
  twoFactor: false,
  lastSeenAt: "2026-11-24T10:00:00Z",
  ...changes,
});
const invited = (id: string, name: string, changes: object = {}, rest: object = {}) =>
  person(id, name, {
    invited: true,
    lastSeenAt: null,
    invitation: invitation(changes),
    ...rest,
  });

const base = (people: readonly object[]) => [
  answer(AccessRolesDocument, () => ({ accessRoles: [role] })),
  answer(TeamsDocument, () => ({ teams: [], users: [] })),
  answer(PeopleListDocument, () => ({ people: [...people] })),
];

const session = (id: string, changes: object = {}) => ({
  __typename: "Session",
  id,
  createdAt: "2026-11-20T10:00:00Z",
  lastSeenAt: "2026-11-24T10:00:00Z",
  current: false,
  ipAddress: "10.0.0.7",
  userAgent: "Mozilla/5.0 (Windows NT 10.0) Firefox/143.0",
  ...changes,
});
const key = (id: string, name: string) => ({
  __typename: "ApiKey",
  id,
  name,
  prefix: `clk_${id}`,
  scopes: ["customers:read"],
  expiresAt: null,
  lastUsedAt: "2026-11-24T10:00:00Z",
  revokedAt: null as string | null,
});

function access() {
  const all = {
    sessions: [session("s1"), session("s2")],
    keys: [key("k1", "ERP"), key("k2", "BI")],
  };
  const query = answer(PersonAccessDocument, ({ id, withKeys }) => ({
    node: {
      __typename: "User",
      id,
      sessions: [...all.sessions],
      ...(withKeys ? { apiKeys: [...all.keys] } : {}),
    },
  }));
  return { ...query, all };
}

describe("a person, for administrators", () => {
  it("distinguishes invitations: open, expired, revoked and not sent", async () => {
    await renderSettings(
      <PeoplePage />,
      base([
        invited("u2", "Eva"),
        invited("u3", "Rui", { status: "EXPIRED" }),
        invited("u4", "Ivo", { status: "REVOKED" }, { disabled: true }),
        person("u5", "Noa", { invitation: invitation({ status: "ACCEPTED" }) }),
        person("u6", "Bea", { invited: true }),
      ]),
    );
    const stateOf = async (name: string, state: string) => {
      const row = (await screen.findByText(name)).closest<HTMLElement>('[role="row"]');
      if (!row) throw new Error(`${name} has no row`);
      expect(within(row).getByText(state)).toBeInTheDocument();
    };
    await stateOf("Eva", "Invited");
    await stateOf("Rui", "Invitation expired");
    await stateOf("Ivo", "Invitation revoked");
    await stateOf("Noa", "Active");
    await stateOf("Bea", "Not invited");
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "More actions for Bea" }));
    const actions = await screen.findAllByRole("menuitem");
    expect(actions.map(({ textContent }) => textContent)).toEqual(["Send invitation"]);
  });

  it("sends an invitation again, with a new link that is shown once", async () => {
    const user = userEvent.setup();
    const resend = answer(ResendInvitationDocument, () => ({
      resendInvitation: {
        __typename: "LinkPayload",
        path: "/join?token=again",
        user: invited("u2", "Eva"),
      },
    }));
    await renderSettings(<PeoplePage />, [
      ...base([invited("u2", "Eva", { status: "EXPIRED" })]),
      resend,
    ]);
    await user.click(await screen.findByRole("button", { name: "More actions for Eva" }));
    await user.click(await screen.findByRole("menuitem", { name: "Send invitation again" }));
    const dialog = await screen.findByRole("dialog", { name: "Invitation for Eva" });
    expect(within(dialog).getByRole("textbox", { name: "Link" })).toHaveValue(
      "http://localhost/join?token=again",
    );
    expect(resend.calls).toEqual([{ userId: "u2" }]);
  });

  it("revokes an invitation after a question", async () => {
    const user = userEvent.setup();
    const revoke = answer(RevokeInvitationDocument, () => ({
      revokeInvitation: {
        __typename: "UserPayload",
        user: invited("u2", "Eva", { status: "REVOKED" }, { disabled: true }),
      },
    }));
    await renderSettings(<PeoplePage />, [...base([invited("u2", "Eva")]), revoke]);
    await user.click(await screen.findByRole("button", { name: "More actions for Eva" }));
    await user.click(await screen.findByRole("menuitem", { name: "Revoke invitation…" }));
    const dialog = await screen.findByRole("dialog", { name: "Revoke the invitation of Eva?" });
    expect(revoke.calls).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Revoke" }));
    expect(await screen.findByText("Invitation revoked")).toBeInTheDocument();
    expect(revoke.calls).toEqual([{ userId: "u2" }]);
  });

  it("shows when and by whom someone was invited, and until when they can join", async () => {
    await renderSettings(<PeoplePage />, [...base([invited("u2", "Eva")]), access()], {
      path: "/settings/people?person=u2",
    });
    const drawer = await screen.findByRole("dialog", { name: "Eva" });
    expect(within(drawer).getByText(/by Ana Lima$/)).toHaveTextContent(/^11.20.2026/);
    expect(within(drawer).getByText("Expires", { selector: "dt" })).toBeInTheDocument();
  });

  it("ends one session, and all of them after a question", async () => {
    const user = userEvent.setup();
    const list = access();
    const endOne = answer(EndSessionOfPersonDocument, ({ id }) => {
      list.all.sessions = list.all.sessions.filter((one) => one.id !== id);
      return { endSession: { __typename: "EndSessionPayload", session: session(String(id)) } };
    });
    const endAll = answer(EndSessionsDocument, () => {
      list.all.sessions = [];
      return { endSessions: { __typename: "EndSessionsPayload", ended: 2 } };
    });
    list.all.sessions.push(session("s3", { userAgent: "curl/8" }));
    await renderSettings(<PeoplePage />, [...base([person("u2", "Rui")]), list, endOne, endAll], {
      path: "/settings/people?person=u2",
    });
    const drawer = await screen.findByRole("dialog", { name: "Rui" });
    await user.click(await within(drawer).findByRole("button", { name: "Sign out curl" }));
    await waitFor(() =>
      expect(
        within(drawer).queryByRole("button", { name: "Sign out curl" }),
      ).not.toBeInTheDocument(),
    );
    expect(endOne.calls).toEqual([{ id: "s3" }]);
    await user.click(within(drawer).getByRole("button", { name: "Sign out everywhere" }));
    const question = await screen.findByRole("dialog", { name: "Sign out Rui everywhere?" });
    expect(endAll.calls).toEqual([]);
    await user.click(within(question).getByRole("button", { name: "Sign out everywhere" }));
    expect(await within(drawer).findByText("Not signed in anywhere.")).toBeInTheDocument();
    expect(endAll.calls).toEqual([{ userId: "u2" }]);
  });

  it("revokes all keys of a person after a question", async () => {
    const user = userEvent.setup();
    const list = access();
    const revoke = answer(RevokeApiKeysDocument, () => {
      list.all.keys = list.all.keys.map((one) => ({ ...one, revokedAt: "2026-11-24T12:00:00Z" }));
      return {
        revokeApiKeys: { __typename: "RevokeApiKeysPayload", keys: [...list.all.keys] },
      };
    });
    await renderSettings(<PeoplePage />, [...base([person("u2", "Rui")]), list, revoke], {
      path: "/settings/people?person=u2",
    });
    const drawer = await screen.findByRole("dialog", { name: "Rui" });
    const keys = await within(drawer).findByRole("region", { name: "API keys" });
    await user.click(within(keys).getByRole("button", { name: "Revoke all" }));
    const question = await screen.findByRole("dialog", { name: "Revoke all API keys of Rui?" });
    await user.click(within(question).getByRole("button", { name: "Revoke all" }));
    await waitFor(() => expect(within(keys).getAllByText("Revoked")).toHaveLength(2));
    expect(revoke.calls).toEqual([{ userId: "u2" }]);
    expect(within(keys).queryByRole("button")).not.toBeInTheDocument();
  });

  it("requests no keys for someone who manages people and may not read keys", async () => {
    const list = access();
    await renderSettings(<PeoplePage />, [...base([person("u2", "Rui")]), list], {
      path: "/settings/people?person=u2",
      role: "viewer",
      viewer: { permissions: new Set(["users:read", "users:write"]) },
    });
    const drawer = await screen.findByRole("dialog", { name: "Rui" });
    expect(await within(drawer).findByText("Signed in on")).toBeInTheDocument();
    expect(list.calls).toEqual([{ id: "u2", withKeys: false }]);
    expect(within(drawer).queryByText("API keys")).not.toBeInTheDocument();
  });
});

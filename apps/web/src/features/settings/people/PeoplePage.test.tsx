import { ROLE_PERMISSIONS, ROLES, type Role } from "@clientela/shared/records/roles";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import {
  AccessRolesDocument,
  CreateAccessRoleDocument,
  CreatePasswordLinkDocument,
  DeleteAccessRoleDocument,
  InviteUserDocument,
  PeopleListDocument,
  ResetTwoFactorDocument,
  TeamsDocument,
  UpdateAccessRoleDocument,
  UpdateUserDocument,
} from "../../../gql/graphql.js";
import { answer, refuse, renderSettings } from "../settings.factory.js";
import { Component as PeoplePage } from "./PeoplePage.js";

const preset = (role: Role) => ({
  __typename: "AccessRole",
  id: `preset-${role}`,
  version: 1,
  name: role as string,
  basedOn: role,
  isPreset: true,
  recordAccess: "ALL",
  permissions: [...ROLE_PERMISSIONS[role]] as string[],
});
const ownRole = { ...preset("sales"), id: "r9", name: "Sales, no orders", isPreset: false };
const roles = (own: readonly object[] = []) =>
  answer(AccessRolesDocument, () => ({ accessRoles: [...ROLES.map(preset), ...own] }));

const teams = (own: readonly object[] = []) =>
  answer(TeamsDocument, () => ({
    teams: own,
    users: [{ __typename: "User", id: "u2", name: "Rui" }],
  }));

const person = (id: string, name: string, changes: object = {}) => ({
  __typename: "User",
  id,
  version: 3,
  name,
  email: `${name.toLowerCase()}@example.com`,
  accessRole: preset("sales"),
  disabled: false,
  invited: false,
  invitation: null as object | null,
  twoFactor: false,
  lastSeenAt: "2026-11-24T10:00:00Z",
  ...changes,
});

const people = () => [
  person("0197c0de-0000-7000-8000-00000000a0a1", "Ana", { accessRole: preset("admin") }),
  person("u2", "Rui"),
  person("u3", "Eva", { invited: true, lastSeenAt: null }),
];

const list = () => answer(PeopleListDocument, () => ({ people: people() }));

describe("people and roles", () => {
  it("lists everyone with role and state", async () => {
    await renderSettings(<PeoplePage />, [teams(), roles(), list()]);
    const row = (await screen.findByText("Eva")).closest('[role="row"]');
    if (!(row instanceof HTMLElement)) throw new Error("Eva has no row");
    expect(within(row).getByText("eva@example.com")).toBeInTheDocument();
    expect(within(row).getByText("Not invited")).toBeInTheDocument();
    expect(within(row).getByText("Never")).toBeInTheDocument();
  });

  it("changes a role in its place, on the version that was shown", async () => {
    const user = userEvent.setup();
    const update = answer(UpdateUserDocument, ({ input }) => ({
      updateUser: {
        __typename: "UserPayload",
        user: person("u2", "Rui", { version: input.version + 1, accessRole: preset("finance") }),
      },
    }));
    await renderSettings(<PeoplePage />, [teams(), roles(), list(), update]);
    await user.click(await screen.findByRole("button", { name: "Role of Rui: Sales. Change" }));
    await user.click(await screen.findByRole("menuitem", { name: "Finance" }));
    expect(
      await screen.findByRole("button", { name: "Role of Rui: Finance. Change" }),
    ).toBeInTheDocument();
    expect(update.calls).toEqual([{ input: { id: "u2", version: 3, roleId: "preset-finance" } }]);
  });

  it("asks before a person is disabled, and keeps the dialog open if that fails", async () => {
    const user = userEvent.setup();
    const update = answer(UpdateUserDocument, () => refuse("id", "is the last admin"));
    await renderSettings(<PeoplePage />, [teams(), roles(), list(), update]);
    await user.click(await screen.findByRole("button", { name: "More actions for Rui" }));
    await user.click(await screen.findByRole("menuitem", { name: "Disable…" }));
    const dialog = await screen.findByRole("dialog", { name: "Disable Rui?" });
    expect(update.calls).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Disable" }));
    expect(await within(dialog).findByRole("alert")).toHaveTextContent("Is the last admin.");
    expect(update.calls).toEqual([{ input: { id: "u2", version: 3, disabled: true } }]);
    await user.click(within(dialog).getByRole("button", { name: "Cancel" }));
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });

  it("takes the second step from someone who lost it, after a question", async () => {
    const user = userEvent.setup();
    const secured = answer(PeopleListDocument, () => ({
      people: [
        person("0197c0de-0000-7000-8000-00000000a0a1", "Ana", {
          accessRole: preset("admin"),
          twoFactor: true,
        }),
        ...people().slice(1, 2),
      ].map((one) => ({ ...one, twoFactor: true })),
    }));
    const reset = answer(ResetTwoFactorDocument, () => ({
      resetTwoFactor: { __typename: "UserPayload", user: person("u2", "Rui") },
    }));
    await renderSettings(<PeoplePage />, [teams(), roles(), secured, reset]);
    await user.click(await screen.findByRole("button", { name: "More actions for Ana" }));
    await screen.findByRole("menuitem", { name: "Disable…" });
    expect(screen.queryByRole("menuitem", { name: /^Reset/ })).not.toBeInTheDocument();
    await user.keyboard("{Escape}");
    await user.click(await screen.findByRole("button", { name: "More actions for Rui" }));
    await user.click(
      await screen.findByRole("menuitem", { name: "Reset two-factor authentication…" }),
    );
    const dialog = await screen.findByRole("dialog", {
      name: "Reset the two-factor authentication of Rui?",
    });
    expect(reset.calls).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Reset" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(reset.calls).toEqual([{ userId: "u2" }]);
  });

  it("invites, and shows the link once to copy", async () => {
    const user = userEvent.setup();
    const invite = answer(InviteUserDocument, ({ input }) =>
      input.email === "taken@example.com"
        ? refuse("email", "is already in use")
        : {
            inviteUser: {
              __typename: "LinkPayload",
              path: "/join?token=secret",
              user: person("u9", input.name, { invited: true }),
            },
          },
    );
    await renderSettings(<PeoplePage />, [teams(), roles(), list(), invite]);
    await user.click(screen.getByRole("button", { name: "Invite someone" }));
    await user.type(await screen.findByLabelText("Name"), "Zeca");
    await user.type(screen.getByLabelText("E-mail"), "taken@example.com");
    await user.click(await screen.findByRole("radio", { name: /^Finance/ }));
    await user.click(screen.getByRole("button", { name: "Create link" }));
    expect(await screen.findByText("Is already in use.")).toBeInTheDocument();
    await user.clear(screen.getByLabelText("E-mail"));
    await user.type(screen.getByLabelText("E-mail"), "zeca@example.com");
    await user.click(screen.getByRole("button", { name: "Create link" }));
    const dialog = await screen.findByRole("dialog", { name: "Invitation for Zeca" });
    expect(invite.calls.at(-1)).toEqual({
      input: { name: "Zeca", email: "zeca@example.com", roleId: "preset-finance" },
    });
    expect(within(dialog).getByRole("textbox", { name: "Link" })).toHaveValue(
      "http://localhost/join?token=secret",
    );
    await user.click(within(dialog).getByRole("button", { name: "Copy" }));
    expect(await navigator.clipboard.readText()).toBe("http://localhost/join?token=secret");
    await user.click(within(dialog).getByRole("button", { name: "Done" }));
    expect(screen.queryByText(/token=secret/)).not.toBeInTheDocument();
  });

  it("makes a new link for someone who forgot the password", async () => {
    const user = userEvent.setup();
    const link = answer(CreatePasswordLinkDocument, () => ({
      createPasswordLink: {
        __typename: "LinkPayload",
        path: "/join?token=again",
        user: person("u2", "Rui"),
      },
    }));
    await renderSettings(<PeoplePage />, [teams(), roles(), list(), link]);
    await user.click(await screen.findByRole("button", { name: "More actions for Rui" }));
    await user.click(await screen.findByRole("menuitem", { name: "New password link" }));
    expect(await screen.findByRole("dialog", { name: "New password for Rui" })).toBeInTheDocument();
    expect(link.calls).toEqual([{ input: { userId: "u2" } }]);
  });

  it("asks for the current password before it creates a link for oneself", async () => {
    const user = userEvent.setup();
    const link = answer(CreatePasswordLinkDocument, ({ input }) =>
      input.password === "wrong"
        ? refuse("password", "is not your password")
        : {
            createPasswordLink: {
              __typename: "LinkPayload",
              path: "/join?token=own",
              user: person("0197c0de-0000-7000-8000-00000000a0a1", "Ana"),
            },
          },
    );
    await renderSettings(<PeoplePage />, [teams(), roles(), list(), link]);
    await user.click(await screen.findByRole("button", { name: "More actions for Ana" }));
    await user.click(await screen.findByRole("menuitem", { name: "New password link" }));
    const dialog = await screen.findByRole("dialog", { name: "New password link" });
    const password = within(dialog).getByLabelText("Current password");
    await user.type(password, "wrong");
    await user.click(within(dialog).getByRole("button", { name: "Create link" }));
    expect(await within(dialog).findByText("Is not your password.")).toBeInTheDocument();
    await user.clear(password);
    await user.type(password, "right");
    await user.click(within(dialog).getByRole("button", { name: "Create link" }));
    expect(await screen.findByRole("dialog", { name: "New password for Ana" })).toBeInTheDocument();
    expect(link.calls.at(-1)).toEqual({
      input: { userId: "0197c0de-0000-7000-8000-00000000a0a1", password: "right" },
    });
  });

  it("shows people who may not administer the roles, and nobody's data", async () => {
    const people = list();
    await renderSettings(<PeoplePage />, [teams(), roles(), people], { role: "finance" });
    const table = await screen.findByRole("table");
    const cells = within(within(table).getByRole("row", { name: /^Invoices/ }))
      .getAllByRole("cell")
      .map((cell) => cell.textContent);
    expect(cells).toEqual(["View and edit", "View", "View and edit", "No access", "View"]);
    expect(within(table).getByText("View; edit billing data")).toBeInTheDocument();
    expect(within(table).getByRole("columnheader", { name: /Finance/ })).toHaveTextContent(
      "your role",
    );
    expect(people.calls).toEqual([]);
    expect(screen.queryByRole("button", { name: "Invite someone" })).not.toBeInTheDocument();
    expect(screen.queryByRole("link", { name: "API keys" })).not.toBeInTheDocument();
  });

  it("copies a role, and leaves permissions out of the copy", async () => {
    const user = userEvent.setup();
    const create = answer(CreateAccessRoleDocument, () => ({
      createAccessRole: { __typename: "AccessRolePayload", accessRole: ownRole },
    }));
    await renderSettings(<PeoplePage />, [teams(), roles(), list(), create]);
    await user.click(await screen.findByRole("button", { name: "New role" }));
    const drawer = await screen.findByRole("dialog", { name: "New role" });
    await user.type(within(drawer).getByLabelText("Name"), ownRole.name);
    const orders = within(drawer).getByRole("group", { name: "Purchase orders" });
    const [read, write] = within(orders).getAllByRole("checkbox");
    if (!read || !write) throw new Error("no boxes");
    // To write takes to read, so both go with the one and come with the other.
    await user.click(read);
    expect(write).not.toBeChecked();
    await user.click(write);
    expect(read).toBeChecked();
    await user.click(read);
    await user.click(within(drawer).getByRole("button", { name: "Create" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    const { input } = create.calls[0] ?? {};
    expect(input).toMatchObject({ name: ownRole.name, copyOfId: "preset-sales" });
    expect(new Set(input?.permissions)).toEqual(
      new Set([...ROLE_PERMISSIONS.sales].filter((one) => !one.startsWith("orders:"))),
    );
  });

  it("edits and deletes a custom role, and shows who has it", async () => {
    const user = userEvent.setup();
    const update = answer(UpdateAccessRoleDocument, () => ({
      updateAccessRole: { __typename: "AccessRolePayload", accessRole: ownRole },
    }));
    const remove = answer(DeleteAccessRoleDocument, () =>
      refuse("id", "is the role of 2 people; give them another one first"),
    );
    await renderSettings(<PeoplePage />, [teams(), roles([ownRole]), list(), update, remove]);
    const more = await screen.findByRole("button", { name: `More actions for ${ownRole.name}` });
    await user.click(more);
    await user.click(await screen.findByRole("menuitem", { name: "Edit" }));
    const drawer = await screen.findByRole("dialog", { name: "Edit role" });
    await user.type(within(drawer).getByLabelText("Name"), "!");
    await user.click(within(drawer).getByRole("button", { name: "Save" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(update.calls[0]?.input).toMatchObject({
      id: "r9",
      version: 1,
      name: `${ownRole.name}!`,
    });
    await user.click(more);
    await user.click(await screen.findByRole("menuitem", { name: "Delete" }));
    expect(await screen.findByText(/is the role of 2 people/i)).toBeInTheDocument();
    expect(
      screen.queryByRole("button", { name: "More actions for Admin" }),
    ).not.toBeInTheDocument();
  });
});

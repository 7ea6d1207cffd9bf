import { useApolloClient } from "@apollo/client/react";
import { readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import type { InviteUserInput, PersonRowFragment } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";
import { useViewer } from "../../../session/viewer.js";
import { saveVersioned, type Versioned } from "../../../ui/conflict/saveVersioned.js";

import { type AccessRole, useRoleName } from "./accessRoles.js";

/** A person as an administrator sees them. */
export const personFragment = graphql(`
  fragment PersonRow on User {
    id
    version
    name
    email
    accessRole {
      id
      name
      basedOn
      isPreset
    }
    disabled
    invited
    invitation {
      status
      sentAt
      sentBy {
        id
        name
      }
      expiresAt
      acceptedAt
      revokedAt
    }
    lastSeenAt
    twoFactor
  }
`);

/** A person, read. */
export type Person = PersonRowFragment;

const inviteUser = graphql(`
  mutation InviteUser($input: InviteUserInput!) {
    inviteUser(input: $input) {
      path
      user {
        ...PersonRow
      }
    }
  }
`);

const createPasswordLink = graphql(`
  mutation CreatePasswordLink($input: CreatePasswordLinkInput!) {
    createPasswordLink(input: $input) {
      path
      user {
        ...PersonRow
      }
    }
  }
`);

const resendInvitation = graphql(`
  mutation ResendInvitation($userId: ID!) {
    resendInvitation(input: { userId: $userId }) {
      path
      user {
        ...PersonRow
      }
    }
  }
`);

const revokeInvitation = graphql(`
  mutation RevokeInvitation($userId: ID!) {
    revokeInvitation(input: { userId: $userId }) {
      user {
        ...PersonRow
      }
    }
  }
`);

const updateUser = graphql(`
  mutation UpdateUser($input: UpdateUserInput!) {
    updateUser(input: $input) {
      user {
        ...PersonRow
      }
    }
  }
`);

const resetTwoFactor = graphql(`
  mutation ResetTwoFactor($userId: ID!) {
    resetTwoFactor(input: { userId: $userId }) {
      user {
        ...PersonRow
      }
    }
  }
`);

const reloadPerson = graphql(`
  query ReloadPerson($id: ID!) {
    node(id: $id) {
      id
      ...PersonRow
    }
  }
`);

interface Access {
  roleId: string;
  disabled: boolean;
}

/** A link with which someone chooses a password; it is shown once. */
export interface PasswordLink {
  name: string;
  url: string;
  /** Whether the person was never here. */
  invited: boolean;
}

const versioned = ({ version, accessRole, disabled }: Person): Versioned<Access> => ({
  version,
  values: { roleId: accessRole.id, disabled },
});

/** Lets people in and out, and gives them roles. */
export function usePersonEdits(roles: readonly AccessRole[]) {
  const client = useApolloClient();
  const t = useT();
  const viewer = useViewer();
  const nameOf = useRoleName();
  const names = new Map(roles.map((role) => [role.id, nameOf(role)]));

  const asLink = (path: string, { name, invited }: Person): PasswordLink => ({
    name,
    invited,
    url: new URL(path, location.origin).href,
  });

  async function change(person: Person, changes: Partial<Access>): Promise<void> {
    await saveVersioned<Access>({
      base: versioned(person),
      changes,
      send: (version, values) =>
        client.mutate({
          mutation: updateUser,
          variables: { input: { id: person.id, version, ...values } },
        }),
      reload: async () => {
        const { data } = await client.query({
          query: reloadPerson,
          variables: { id: person.id },
          fetchPolicy: "network-only",
        });
        if (data?.node?.__typename !== "User") throw new Error(t("ui.gone"));
        return versioned(readFragment(personFragment, data.node));
      },
      labelOf: (field) => t(field === "roleId" ? "settings.role" : "settings.state"),
      show: ({ roleId, disabled }, field) =>
        field === "roleId"
          ? (names.get(roleId) ?? "")
          : t(`settings.state.${disabled ? "disabled" : "active"}`),
    });
    // The choices of owner and assignee leave out who is disabled.
    await client.refetchQueries({ include: ["People"] });
    if (person.id === viewer.id) await client.refetchQueries({ include: ["ViewerGate"] });
  }

  return {
    change,
    async invite(input: InviteUserInput): Promise<PasswordLink> {
      const { data } = await client.mutate({
        mutation: inviteUser,
        variables: { input },
        refetchQueries: ["PeopleList", "People"],
        awaitRefetchQueries: true,
        // The link must not stay in the cache.
        fetchPolicy: "no-cache",
      });
      if (!data) throw new Error(t("ui.notDone"));
      const { path, user } = data.inviteUser;
      return asLink(path, readFragment(personFragment, user));
    },
    /** A new link for someone who has not joined; the previous one stops working. */
    async resendInvitation(person: Person): Promise<PasswordLink> {
      const { data } = await client.mutate({
        mutation: resendInvitation,
        variables: { userId: person.id },
        refetchQueries: ["PeopleList", "People"],
        awaitRefetchQueries: true,
        // The link must not stay in the cache.
        fetchPolicy: "no-cache",
      });
      if (!data) throw new Error(t("ui.notDone"));
      return asLink(data.resendInvitation.path, person);
    },
    revokeInvitation: ({ id }: Person) =>
      client.mutate({
        mutation: revokeInvitation,
        variables: { userId: id },
        refetchQueries: ["People"],
      }),
    resetTwoFactor: ({ id }: Person) =>
      client.mutate({ mutation: resetTwoFactor, variables: { userId: id } }),
    /** Takes the viewer's present password for a link of their own. */
    async newLink(person: Person, password?: string): Promise<PasswordLink> {
      const { data } = await client.mutate({
        mutation: createPasswordLink,
        variables: { input: { userId: person.id, password } },
        fetchPolicy: "no-cache",
      });
      if (!data) throw new Error(t("ui.notDone"));
      return asLink(data.createPasswordLink.path, person);
    },
  };
}

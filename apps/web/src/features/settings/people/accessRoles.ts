import { useApolloClient, useQuery } from "@apollo/client/react";
import { PERMISSIONS, type Permission } from "@clientela/shared/records/roles";
import { useMemo } from "react";
import { readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import type { AccessRoleFieldsFragment, RecordAccess } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";

/** A role with what its people may do. */
export const accessRoleFragment = graphql(`
  fragment AccessRoleFields on AccessRole {
    id
    version
    name
    basedOn
    isPreset
    recordAccess
    permissions
  }
`);

const query = graphql(`
  query AccessRoles {
    accessRoles {
      id
      ...AccessRoleFields
    }
  }
`);

const createAccessRole = graphql(`
  mutation CreateAccessRole($input: CreateAccessRoleInput!) {
    createAccessRole(input: $input) {
      accessRole {
        ...AccessRoleFields
      }
    }
  }
`);

const updateAccessRole = graphql(`
  mutation UpdateAccessRole($input: UpdateAccessRoleInput!) {
    updateAccessRole(input: $input) {
      accessRole {
        ...AccessRoleFields
      }
    }
  }
`);

const deleteAccessRole = graphql(`
  mutation DeleteAccessRole($id: ID!) {
    deleteAccessRole(input: { id: $id }) {
      accessRole {
        id
      }
    }
  }
`);

/** A role, read. */
export type AccessRole = AccessRoleFieldsFragment;

/** All roles, the presets first; empty until they are here. */
export function useAccessRoles() {
  const { data, error, refetch } = useQuery(query);
  const roles = useMemo(() => readFragment(accessRoleFragment, data?.accessRoles ?? []), [data]);
  return { roles, error, refetch };
}

/** The name of a role: presets are translated. */
export function useRoleName(): (role: Pick<AccessRole, "name" | "basedOn" | "isPreset">) => string {
  const t = useT();
  return ({ name, basedOn, isPreset }) => (isPreset ? t(`shell.role.${basedOn}`) : name);
}

/** What a role grants, as far as this version of the app knows it. */
export const permissionsOf = ({ permissions }: Pick<AccessRole, "permissions">): Permission[] =>
  PERMISSIONS.filter((permission) => permissions.includes(permission));

/** The writes of roles. */
export function useAccessRoleEdits() {
  const client = useApolloClient();
  const again = { refetchQueries: ["AccessRoles"], awaitRefetchQueries: true };
  return {
    create: (input: {
      name: string;
      copyOfId: string;
      recordAccess: RecordAccess;
      permissions: Permission[];
    }) => client.mutate({ mutation: createAccessRole, variables: { input }, ...again }),
    update: (
      { id, version }: AccessRole,
      values: { name: string; recordAccess: RecordAccess; permissions: readonly Permission[] },
    ) =>
      client.mutate({
        mutation: updateAccessRole,
        variables: {
          input: { id, version, ...values, permissions: [...values.permissions] },
        },
        // One's own role decides what the app shows.
        refetchQueries: ["AccessRoles", "ViewerGate"],
        awaitRefetchQueries: true,
      }),
    remove: ({ id }: AccessRole) =>
      client.mutate({ mutation: deleteAccessRole, variables: { id }, ...again }),
  };
}

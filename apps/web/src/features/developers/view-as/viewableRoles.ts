import { useQuery } from "@apollo/client/react";
import { graphql } from "../../../gql/gql.js";
import type { RecordAccess } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";
import { useMay } from "../../../session/viewer.js";

const query = graphql(`
  query ViewableRoles {
    accessRoles {
      id
      name
      basedOn
      isPreset
      recordAccess
    }
  }
`);

/** A role that an administrator can view results as. */
export interface ViewableRole {
  id: string;
  /** As it is called in the language on screen. */
  name: string;
  recordAccess: RecordAccess;
}

/** The roles that people can have, without that of administrators; empty until they are here. */
export function useViewableRoles(): readonly ViewableRole[] {
  const t = useT();
  const { data } = useQuery(query, { skip: !useMay("users:read") });
  return (data?.accessRoles ?? [])
    .filter(({ basedOn, isPreset }) => !isPreset || basedOn !== "admin")
    .map(({ id, name, basedOn, isPreset, recordAccess }) => ({
      id,
      name: isPreset ? t(`shell.role.${basedOn}`) : name,
      recordAccess,
    }));
}

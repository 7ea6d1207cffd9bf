import type { Permission, Role } from "@clientela/shared/records/roles";
import { createContext, useContext } from "react";
import { useT } from "../i18n/useT.js";

/** What somebody may do. The API may know more permissions than this app asks about. */
export type PermissionSet = Pick<ReadonlySet<Permission>, "has">;

/** Who is signed in, and what they may do. */
export interface Viewer {
  /** A person's id; null for a caller that is not a person. */
  id: string | null;
  name: string;
  email: string | null;
  role: Role;
  /** What decides what they may do; the name of a preset is translated. */
  accessRole: { id: string; name: string; isPreset: boolean } | null;
  permissions: PermissionSet;
  /** The calendar date in the organisation's time zone, which "overdue" is counted from. */
  today: string;
  /** The organisation's IANA time zone. */
  timeZone: string;
  /** The organisation's own currency. */
  currency: string;
}

/** Holds the viewer below the frame; pages read it through the hooks. */
export const ViewerContext = createContext<Viewer | null>(null);

/** Who is signed in. Only below the frame; throws on the entry pages. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error("useViewer is used outside of the frame");
  return viewer;
}

/** What the viewer's role is called. */
export function useRoleOfViewer(): string {
  const t = useT();
  const { role, accessRole } = useViewer();
  return accessRole && !accessRole.isPreset ? accessRole.name : t(`shell.role.${role}`);
}

/** Whether the viewer has a permission; hide what they may not do. The API refuses it as well. */
export function useMay(permission: Permission): boolean {
  return useViewer().permissions.has(permission);
}

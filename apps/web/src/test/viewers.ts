import { ROLE_PERMISSIONS, type Role } from "@clientela/shared/records/roles";
import type { Viewer } from "../session/viewer.js";

/** Who is signed in, in a test. */
export function viewerAs(role: Role): Viewer {
  return {
    id: "0197c0de-0000-7000-8000-00000000a0a1",
    name: "Ana Lima",
    email: "ana@clientela.example",
    role,
    accessRole: { id: `preset-${role}`, name: role, isPreset: true },
    permissions: ROLE_PERMISSIONS[role],
    today: "2026-11-24",
    timeZone: "America/Sao_Paulo",
    currency: "BRL",
  };
}

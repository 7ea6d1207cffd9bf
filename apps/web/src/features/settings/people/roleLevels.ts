import type { Noun, Permission } from "@clientela/shared/records/roles";

/** How much of a noun a role may do. */
export type Level = "write" | "own" | "billing" | "read" | "none";

/** What a role may do with a noun, as the API decides it. */
export function levelOf(granted: ReadonlySet<Permission>, noun: Noun): Level {
  if (granted.has(`${noun}:write`)) return "write";
  if (noun === "tasks" && granted.has("tasks:own")) return "own";
  if (noun === "customers" && granted.has("customers:billing")) return "billing";
  return granted.has(`${noun}:read`) ? "read" : "none";
}

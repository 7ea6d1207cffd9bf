import { mayDo, type Noun, type Role } from "@clientela/shared/records/roles";

/** How much of a noun a role may do. */
export type Level = "write" | "own" | "billing" | "read" | "none";

/** What a role may do with a noun, as the API decides it. */
export function levelOf(role: Role, noun: Noun): Level {
  if (mayDo(role, `${noun}:write`)) return "write";
  if (noun === "tasks" && mayDo(role, "tasks:own")) return "own";
  if (noun === "customers" && mayDo(role, "customers:billing")) return "billing";
  return mayDo(role, `${noun}:read`) ? "read" : "none";
}

import { mayBecome, type Transitions } from "@clientela/shared/records/enums";
import { Invalid } from "../../platform/errors.js";

/** Throws Invalid, with the allowed statuses, if a status may not follow another. */
export function assertTransition<State extends string>(
  transitions: Transitions<State>,
  from: State,
  to: State,
  path = "status",
): void {
  if (mayBecome(transitions, from, to)) return;
  const allowed = transitions[from].join(", ") || "–";
  throw new Invalid([{ path, code: "transition_not_allowed", params: { from, to, allowed } }]);
}

/** Throws Invalid if the status, before or after the change, no longer allows the content to change. */
export function assertOpen<State extends string>(
  open: readonly State[],
  from: State,
  to: State,
  path: string,
): void {
  if (open.includes(from) || open.includes(to)) return;
  const allowed = open.join(", ");
  throw new Invalid([{ path, code: "locked_by_status", params: { from, allowed } }]);
}

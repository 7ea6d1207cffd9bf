import { mayBecome, type Transitions } from "@clientela/shared/records/enums";
import { Invalid } from "../../platform/errors.js";

/** Throws Invalid, saying what is allowed, where a state may not follow another. */
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

/** Throws Invalid where what a document says may no longer change, neither before nor after. */
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

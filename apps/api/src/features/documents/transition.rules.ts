import { mayBecome, mayReach, type Transitions } from "@clientela/shared/records/enums";
import type { Text } from "../../platform/errors.js";
import { Invalid } from "../../platform/errors.js";

/** The statuses that a record of a kind goes through: which may follow which, and what people call them. */
export interface Lifecycle<State extends string> {
  transitions: Transitions<State>;
  names: Readonly<Record<State, Text>>;
}

const NONE: Text = { en: "none", pt: "nenhuma", "pt-PT": "nenhum" };

/** Throws Invalid, with the allowed statuses, if a status may not follow another. */
export function assertTransition<State extends string>(
  { transitions, names }: Lifecycle<State>,
  from: State,
  to: State,
  path = "status",
): void {
  if (!mayBecome(transitions, from, to)) throw notAllowed({ transitions, names }, from, to, path);
}

/**
 * Throws Invalid if a status does not follow another, be it by way of others: what another system reports can have gone
 * on by several steps since it last did.
 */
export function assertReachable<State extends string>(
  lifecycle: Lifecycle<State>,
  from: State,
  to: State,
  path = "status",
): void {
  if (!mayReach(lifecycle.transitions, from, to)) throw notAllowed(lifecycle, from, to, path);
}

function notAllowed<State extends string>(
  { transitions, names }: Lifecycle<State>,
  from: State,
  to: State,
  path: string,
): Invalid {
  const next = transitions[from].map((status) => names[status]);
  const params = { from: names[from], to: names[to], allowed: next.length > 0 ? next : NONE };
  return new Invalid([{ path, code: "transition_not_allowed", params }]);
}

/** Throws Invalid if the status, before or after the change, no longer allows the content to change. */
export function assertOpen<State extends string>(
  { names }: Lifecycle<State>,
  open: readonly State[],
  from: State,
  to: State,
  path: string,
): void {
  if (open.includes(from) || open.includes(to)) return;
  const params = { from: names[from], allowed: open.map((status) => names[status]) };
  throw new Invalid([{ path, code: "locked_by_status", params }]);
}

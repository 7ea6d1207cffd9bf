import { useT } from "../../../i18n/useT.js";
import { Badge, type Tone } from "../../../ui/values/Badge.js";
import type { Person } from "./personEdits.js";

const tones = {
  active: "green",
  invited: "amber",
  notInvited: "grey",
  expired: "red",
  revoked: "grey",
  disabled: "grey",
} as const satisfies Record<string, Tone>;

function stateOf({ disabled, invited, invitation }: Person): keyof typeof tones {
  if (invited && invitation?.status === "REVOKED") return "revoked";
  if (disabled) return "disabled";
  if (!invited) return "active";
  // As the people of the example data, to whom nobody sent a link.
  if (!invitation) return "notInvited";
  return invitation.status === "EXPIRED" ? "expired" : "invited";
}

/** Whether a person has access, or what became of their invitation, in a word. */
export function PersonBadge({ person }: { person: Person }) {
  const t = useT();
  const state = stateOf(person);
  return <Badge tone={tones[state]}>{t(`settings.state.${state}`)}</Badge>;
}

import { useT } from "../../../i18n/useT.js";
import { Badge, type Tone } from "../../../ui/values/Badge.js";
import { type Key, keyState } from "./keyEdits.js";

const tones = { active: "green", expired: "amber", revoked: "grey" } as const satisfies Record<
  string,
  Tone
>;

/** Whether a key works, in a word. */
export function KeyBadge({ apiKey }: { apiKey: Pick<Key, "revokedAt" | "expiresAt"> }) {
  const t = useT();
  const state = keyState(apiKey);
  return <Badge tone={tones[state]}>{t(`settings.keyState.${state}`)}</Badge>;
}

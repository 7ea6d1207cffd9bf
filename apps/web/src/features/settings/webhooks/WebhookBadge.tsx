import { useT } from "../../../i18n/useT.js";
import { Badge, type Tone } from "../../../ui/values/Badge.js";
import { type Webhook, webhookState } from "./webhookEdits.js";

const tones = { on: "green", failing: "red", off: "grey" } as const satisfies Record<string, Tone>;

/** How a webhook is, in a word. */
export function WebhookBadge({ webhook }: { webhook: Webhook }) {
  const t = useT();
  const state = webhookState(webhook);
  return <Badge tone={tones[state]}>{t(`webhooks.state.${state}`)}</Badge>;
}

import type { DealStage } from "@clientela/shared/records/enums";
import { useT } from "../../i18n/useT.js";
import { Badge, type Tone } from "../../ui/values/Badge.js";

const tones: Record<DealStage, Tone> = {
  LEAD: "grey",
  QUALIFIED: "violet",
  PROPOSAL: "blue",
  NEGOTIATION: "amber",
  WON: "green",
  LOST: "red",
};

/** How far a deal has come, as a badge. */
export function StageBadge({ stage }: { stage: DealStage }) {
  const t = useT();
  return <Badge tone={tones[stage]}>{t(`deals.stage.${stage}`)}</Badge>;
}

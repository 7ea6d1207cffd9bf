import type { ProjectStatus } from "@clientela/shared/records/enums";
import { useT } from "../../i18n/useT.js";
import { Badge, type Tone } from "../../ui/values/Badge.js";

const tones: Record<ProjectStatus, Tone> = {
  PLANNED: "violet",
  ACTIVE: "blue",
  ON_HOLD: "amber",
  DONE: "green",
  CANCELLED: "grey",
};

/** How far a project is, as a badge. */
export function ProjectStatusBadge({ status }: { status: ProjectStatus }) {
  const t = useT();
  return (
    <Badge tone={tones[status]} struck={status === "CANCELLED"}>
      {t(`projects.status.${status}`)}
    </Badge>
  );
}

import { useT } from "../i18n/useT.js";
import { Badge } from "../ui/values/Badge.js";
import type { ShownStatus } from "./recordStatus.js";

interface StatusBadgeProps<Shown extends string> {
  status: Pick<ShownStatus<never, Shown>, "tones" | "struck" | "label">;
  value: Shown;
}

/** Where a record stands, as a badge. */
export function StatusBadge<Shown extends string>({ status, value }: StatusBadgeProps<Shown>) {
  const t = useT();
  return (
    <Badge tone={status.tones[value]} struck={value === status.struck}>
      {status.label(t, value)}
    </Badge>
  );
}

import type { LinePart } from "@clientela/shared/typed/taskLine";
import { IconBuilding, IconCalendar, IconClock, IconUser, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import classes from "./QuickTask.module.css";
import type { useQuickTask } from "./useQuickTask.js";

interface LineChipsProps {
  task: Pick<ReturnType<typeof useQuickTask>, "line" | "customer" | "person" | "ignore">;
}

/** What a line was understood to say, each part with a way back to plain words. */
export function LineChips({ task: { line, customer, person, ignore } }: LineChipsProps) {
  const t = useT();
  const format = useFormat();
  const chip = (part: LinePart, icon: ReactNode, text: string | undefined, typed: boolean) =>
    text && (
      <span className={classes.chip} data-part={part}>
        {icon}
        {text}
        {typed && (
          <button
            type="button"
            aria-label={t("tasks.keepWords", { text })}
            onClick={() => ignore(part)}
          >
            <IconX size={12} />
          </button>
        )}
      </span>
    );
  const day = line.dueOn && `${weekday(line.dueOn, format.locale)}, ${format.date(line.dueOn)}`;
  return (
    <div className={classes.chips} aria-live="polite">
      {day && chip("day", <IconCalendar size={14} />, day, true)}
      {line.dueTime && chip("time", <IconClock size={14} />, format.time(line.dueTime), true)}
      {chip("customer", <IconBuilding size={14} />, customer?.displayName, line.customer !== null)}
      {chip("person", <IconUser size={14} />, person?.name, line.person !== null)}
    </div>
  );
}

const weekday = (date: string, locale: string): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString(locale, { weekday: "short", timeZone: "UTC" });

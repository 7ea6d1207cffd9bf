import { UnstyledButton } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useT } from "../../i18n/useT.js";
import { useFieldContext } from "../../records/fields/useFieldContext.js";
import type { ActivityEntry } from "./activityEntry.js";
import classes from "./Changes.module.css";
import { definitionOf, type HistoryRecords, useHistoryDetails } from "./historyRecords.js";
import { useRevert } from "./useRevert.js";

const MAX_FIELDS = 6;

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-/;

interface ChangesProps {
  records: HistoryRecords;
  entry: ActivityEntry;
}

/** What a change made of each field: old → new, in the language on screen. */
export function Changes({ records, entry }: ChangesProps) {
  const t = useT();
  const context = useFieldContext();
  const revert = useRevert(records, entry);
  const definition = definitionOf(records, entry);
  const { country } = useHistoryDetails(records)(entry);
  const changes = definition?.written?.(entry.changes, country) ?? entry.changes;
  const shown = changes.flatMap((change) => {
    const field = definition?.history[change.field];
    if (!field) return [];
    const textOf = (stored: string | null | undefined) =>
      stored && !uuid.test(stored) ? field.history(stored, context) : null;
    const before = textOf(change.old);
    const after = change.erased ? t("activity.erasedValue") : textOf(change.new);
    const label = t(field.label);
    return before || after
      ? [{ field: change.field, label, before, after, restore: revert(change) }]
      : [];
  });
  if (shown.length === 0) return null;
  return (
    <ul className={classes.changes}>
      {shown.slice(0, MAX_FIELDS).map(({ field, label, before, after, restore }) => (
        <li key={field}>
          <span className={classes.field}>{label}</span>{" "}
          {before && (
            <>
              <span className={classes.old}>{before}</span>{" "}
              <IconArrowRight
                size={12}
                className={classes.arrow}
                aria-label={t("activity.to")}
              />{" "}
            </>
          )}
          <span>{after ?? t("activity.nothing")}</span>
          {restore && (
            <UnstyledButton
              className={classes.revert}
              data-print="hide"
              aria-label={t("activity.revertField", {
                field: label,
                value: before ?? t("activity.nothing"),
              })}
              onClick={() => void restore()}
            >
              {t("activity.revert")}
            </UnstyledButton>
          )}
        </li>
      ))}
      {shown.length > MAX_FIELDS && (
        <li>{t("activity.moreFields", { count: shown.length - MAX_FIELDS })}</li>
      )}
    </ul>
  );
}

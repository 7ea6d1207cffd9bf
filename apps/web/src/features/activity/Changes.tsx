import { formatTaxId } from "@clientela/shared/customers/taxIdForms";
import { recordTypeOf } from "@clientela/shared/records/recordActions";
import { UnstyledButton } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useT } from "../../i18n/useT.js";
import type { ActivityEntry } from "./activityEntry.js";
import classes from "./Changes.module.css";
import { fieldWords } from "./fieldWords.js";
import { useRevert } from "./useRevert.js";
import { useValueText } from "./useValueText.js";

const most = 6;

type Stored = string | null;

/** Tax IDs as people of their countries write them. */
function writtenTaxIds(
  { record, changes }: ActivityEntry,
  old: Stored,
  now: Stored,
): [Stored, Stored] {
  const moved = changes.find(({ field }) => field === "taxId.country");
  const present = record?.__typename === "Customer" ? record.taxId?.country : undefined;
  const written = (value: Stored, country = present) =>
    value && country ? formatTaxId(country, value) : value;
  return [written(old, moved?.old ?? undefined), written(now, moved?.new ?? undefined)];
}

/** What a change made of each field: old → new, in the words of the person's language. */
export function Changes({ entry }: { entry: ActivityEntry }) {
  const { changes } = entry;
  const recordType = recordTypeOf(entry.recordType);
  const t = useT();
  const revert = useRevert(entry);
  const valueText = useValueText();
  const told = changes.flatMap((change) => {
    const { field, old, new: now, erased } = change;
    const words = fieldWords(field);
    const [was, is] = field === "taxId.value" ? writtenTaxIds(entry, old, now) : [old, now];
    const before = valueText(recordType, field, was);
    const after = erased ? t("activity.erasedValue") : valueText(recordType, field, is);
    return words && (before || after)
      ? [{ field, label: t(words), before, after, restore: revert(change) }]
      : [];
  });
  if (told.length === 0) return null;
  return (
    <ul className={classes.changes}>
      {told.slice(0, most).map(({ field, label, before, after, restore }) => (
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
              aria-label={t("activity.putBackField", {
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
      {told.length > most && <li>{t("activity.moreFields", { count: told.length - most })}</li>}
    </ul>
  );
}

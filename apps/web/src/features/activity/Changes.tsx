import { IconArrowRight } from "@tabler/icons-react";
import { useT } from "../../i18n/useT.js";
import classes from "./Changes.module.css";
import type { Deed } from "./deed.js";
import { historyFields, useValueText } from "./useValueText.js";

const most = 6;

/** What a change made of each field: old → new, in the words of the person's language. */
export function Changes({ deed: { recordType, changes } }: { deed: Deed }) {
  const t = useT();
  const valueText = useValueText();
  const told = changes.flatMap(({ field, old, new: now, erased }) => {
    const known = historyFields.find((one) => one === field);
    const before = valueText(recordType, field, old);
    const after = erased ? t("activity.erasedValue") : valueText(recordType, field, now);
    return known && (before || after) ? [{ field: known, before, after }] : [];
  });
  if (told.length === 0) return null;
  return (
    <ul className={classes.changes}>
      {told.slice(0, most).map(({ field, before, after }) => (
        <li key={field}>
          <span className={classes.field}>{t(`field.${field}`)}</span>{" "}
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
        </li>
      ))}
      {told.length > most && <li>{t("activity.moreFields", { count: told.length - most })}</li>}
    </ul>
  );
}

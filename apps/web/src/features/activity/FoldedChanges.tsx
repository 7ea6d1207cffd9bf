import { UnstyledButton } from "@mantine/core";
import { useId, useState } from "react";
import { useT } from "../../i18n/useT.js";
import classes from "./ActivityTimeline.module.css";
import type { ActivityEntry } from "./activityEntry.js";
import { EntryDetail } from "./EntryDetail.js";
import type { HistoryRecords } from "./historyRecords.js";
import { useActivityText } from "./useActivityText.js";

interface FoldedChangesProps {
  customerId: string;
  records: HistoryRecords;
  entries: readonly ActivityEntry[];
}

/** The changes of a day as one line, which opens all of them. */
export function FoldedChanges({ customerId, records, entries }: FoldedChangesProps) {
  const t = useT();
  const textOf = useActivityText(records);
  const [open, setOpen] = useState(false);
  const list = useId();
  return (
    <>
      <UnstyledButton
        className={classes.fold}
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      >
        {t("activity.folded", { count: entries.length })}
      </UnstyledButton>
      {open && (
        <ul id={list} className={classes.folded}>
          {entries.map((entry) => (
            <li key={entry.id}>
              {textOf(entry)}
              <EntryDetail customerId={customerId} records={records} entry={entry} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

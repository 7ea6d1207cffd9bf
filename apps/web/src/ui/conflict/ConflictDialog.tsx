import { Button, Modal, Radio } from "@mantine/core";
import { useState, useSyncExternalStore } from "react";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import classes from "./ConflictDialog.module.css";
import { openConflict, subscribeConflicts } from "./conflicts.js";

/** Tells that someone else saved first, and lets the person choose a value per field. */
export function ConflictDialog() {
  const t = useT();
  const format = useFormat();
  const conflict = useSyncExternalStore(subscribeConflicts, openConflict);
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set());
  if (!conflict) return null;
  const { changedBy, changedAt, fields, resolve } = conflict;

  function finish(choice: ReadonlySet<string> | null) {
    setMine(new Set());
    resolve(choice);
  }

  function choose(name: string, value: string) {
    const next = new Set(mine);
    if (value === "mine") next.add(name);
    else next.delete(name);
    setMine(next);
  }

  return (
    <Modal
      opened
      onClose={() => finish(null)}
      title={t("ui.conflictTitle")}
      closeButtonProps={{ "aria-label": t("ui.close") }}
      size={520}
      centered
    >
      <p className={classes.who}>
        {t("ui.conflictWho", {
          who: changedBy ?? t("ui.someone"),
          when: changedAt ? format.relative(changedAt) : "",
        })}
      </p>
      {fields.map(({ name, label, theirs, mine: typed }, index) => (
        <Radio.Group
          key={name}
          label={label}
          className={classes.field}
          value={mine.has(name) ? "mine" : "theirs"}
          onChange={(value) => choose(name, value)}
        >
          <Radio
            value="theirs"
            data-autofocus={index === 0 || undefined}
            className={classes.choice}
            label={
              <>
                <span className={classes.source}>
                  {t("ui.conflictTheirs", { who: changedBy ?? t("ui.someone") })}
                </span>
                <span className={classes.value}>{theirs || "–"}</span>
              </>
            }
          />
          <Radio
            value="mine"
            className={classes.choice}
            label={
              <>
                <span className={classes.source}>{t("ui.conflictMine")}</span>
                <span className={classes.value}>{typed || "–"}</span>
              </>
            }
          />
        </Radio.Group>
      ))}
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => finish(null)}>
          {t("ui.cancel")}
        </Button>
        <Button onClick={() => finish(mine)}>{t("ui.conflictSave")}</Button>
      </div>
    </Modal>
  );
}

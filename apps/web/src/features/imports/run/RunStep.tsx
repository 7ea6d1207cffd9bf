import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { type FragmentType, readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { useMay } from "../../../session/viewer.js";
import { useOnline } from "../../../ui/feedback/useOnline.js";
import { useShortcut } from "../../../ui/shortcuts/useShortcut.js";
import { useAttempt } from "../../../ui/toasts/useAttempt.js";
import { StepBody } from "../frame/StepBody.js";
import { StepFoot } from "../frame/StepFoot.js";
import { useImportEdits } from "../importEdits.js";
import { NotImported } from "../NotImported.js";
import { plannedCounts } from "../plannedCounts.js";
import { Running } from "./Running.js";
import classes from "./RunStep.module.css";

const fragment = graphql(`
  fragment RunStep_import on Import {
    id
    status
    counts {
      total
      new
      update
      unchanged
      duplicate
      undecided
      error
      skipped
      lines
    }
    ...Running_import
    ...NotImported_import
  }
`);

interface RunStepProps {
  import: FragmentType<typeof fragment>;
  onBack: () => void;
}

/** What will be written and the button that starts it; then, how far it is. */
export function RunStep(props: RunStepProps) {
  const t = useT();
  const format = useFormat();
  const online = useOnline();
  const mayWrite = useMay("imports:write");
  const attempt = useAttempt();
  const edits = useImportEdits();
  const [sending, setSending] = useState(false);
  const shown = readFragment(fragment, props.import);
  const { status } = shown;
  const counts = plannedCounts(shown);
  const leave = counts ? counts.total - counts.new - counts.update - counts.lines : 0;
  const writes = counts ? counts.new + counts.update : 0;
  const undecided = counts?.undecided ?? 0;
  const [skips, setSkips] = useState(false);
  const isDecided = undecided === 0 || skips;
  const mayRun = mayWrite && online && status === "READY" && writes > 0 && isDecided;

  async function start() {
    if (sending) return;
    setSending(true);
    await attempt(() => edits.run(shown.id, skips));
    setSending(false);
  }

  useShortcut("mod+enter", () => void start(), {
    label: t("import.start"),
    group: t("import.title"),
    enabled: mayRun,
  });

  if (status === "RUNNING" || status === "PAUSED") return <Running import={shown} />;

  return (
    <>
      <StepBody>
        {counts && (
          <ul className={classes.plan}>
            <Line count={counts.new} show="new">
              {t("import.will.new", { count: counts.new })}
            </Line>
            {counts.lines > 0 && (
              <Line count={counts.lines} show="line">
                {t("import.will.line", { count: counts.lines })}
              </Line>
            )}
            <Line count={counts.update} show="update">
              {t("import.will.update", { count: counts.update })}
            </Line>
            <Line count={counts.unchanged} show="unchanged">
              {t("import.will.unchanged", { count: counts.unchanged })}
            </Line>
            <Line count={counts.duplicate} show="duplicate">
              {t("import.will.duplicate", { count: counts.duplicate })}
            </Line>
            {counts.undecided > 0 && (
              <Line count={counts.undecided} show="undecided">
                {t("import.will.undecided", { count: counts.undecided })}
              </Line>
            )}
            <Line count={counts.error} show="error">
              {t("import.will.error", { count: counts.error })}
            </Line>
            {counts.skipped > 0 && (
              <Line count={counts.skipped} show="skipped">
                {t("import.will.skipped", { count: counts.skipped })}
              </Line>
            )}
          </ul>
        )}
        <NotImported import={shown} />
        {undecided > 0 && mayWrite && (
          <Checkbox
            checked={skips}
            onChange={(event) => setSkips(event.currentTarget.checked)}
            label={t("import.skipUndecided", { count: undecided })}
          />
        )}
        <p className={classes.hint}>
          {writes > 0 ? t("import.undoable") : t("import.nothingToWrite")}
        </p>
      </StepBody>
      <StepFoot>
        <Button variant="default" onClick={props.onBack}>
          {t("import.back")}
        </Button>
        <Button disabled={!mayRun} loading={sending} onClick={() => void start()}>
          {counts
            ? t("import.runLabel", {
                created: format.number(counts.new),
                updated: format.number(counts.update),
                left: format.number(leave),
              })
            : t("import.start")}
        </Button>
      </StepFoot>
    </>
  );
}

function Line({ count, show, children }: { count: number; show: string; children: string }) {
  const format = useFormat();
  return (
    <li data-none={count === 0 || undefined} data-show={show}>
      <span className={classes.count}>{format.number(count)}</span>
      {count > 0 ? (
        <Link to={{ search: `?step=review&show=${show}` }}>{children}</Link>
      ) : (
        <span>{children}</span>
      )}
    </li>
  );
}

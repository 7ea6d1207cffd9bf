import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { type FragmentType, readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import type {
  ImportRowOutcome,
  ImportStatus,
  ImportUndoVerdict,
  ResultStep_ImportFragment,
} from "../../../gql/graphql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import { useMay } from "../../../session/viewer.js";
import { SummaryCard, type SummaryMetric } from "../../../ui/cards/SummaryCard.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import type { Tone } from "../../../ui/values/Badge.js";
import { PhaseProgress } from "../frame/PhaseProgress.js";
import { StepBody } from "../frame/StepBody.js";
import { StepFoot } from "../frame/StepFoot.js";
import { RowsGrid } from "../review/rows/RowsGrid.js";
import { rowOutcomes } from "../review/rows/rowStates.js";
import classes from "./ResultStep.module.css";
import { resultSearch } from "./resultSearch.js";
import { UndoDialog } from "./UndoDialog.js";
import { Undone } from "./Undone.js";

const fragment = graphql(`
  fragment ResultStep_import on Import {
    id
    status
    problem
    updatedAt
    columns {
      index
      header
      field
      fallback
    }
    result {
      created
      updated
      unchanged
      skipped
      failed
      lines
    }
    errorFileUrl
    ...PhaseProgress_import
  }
`);

const tones: Partial<Record<ImportRowOutcome, Tone>> = {
  CREATED: "green",
  UPDATED: "blue",
  SKIPPED: "amber",
  FAILED: "red",
};

interface ResultStepProps {
  import: FragmentType<typeof fragment>;
}

/** What became of every row; each sum opens its rows, and each row its customer. */
export function ResultStep(props: ResultStepProps) {
  const t = useT();
  const format = useFormat();
  const mayWrite = useMay("imports:write");
  const [search] = useSearchParams();
  const [undoing, setUndoing] = useState(false);
  const shown = readFragment(fragment, props.import);
  const { status, result } = shown;
  const said = useRef<HTMLParagraphElement>(null);
  const undone = useRef(status === "UNDONE");
  useEffect(() => {
    // The button that had the focus is gone with what it could undo.
    if (status === "UNDONE" && !undone.current) said.current?.focus();
    undone.current = status === "UNDONE";
  }, [status]);
  const only = rowOutcomes.find((one) => one.toLowerCase() === search.get("show"));
  const kept = search.get("show") === "kept";
  const columns = shown.columns.map((column) => ({ ...column, field: column.field ?? null }));
  const changed = result ? result.created + result.updated : 0;
  const mayUndo = mayWrite && changed > 0 && (status === "DONE" || status === "CANCELLED");

  return (
    <>
      <StepBody fill>
        {shown.problem ? (
          <ErrorNote>{shown.problem}</ErrorNote>
        ) : status === "UNDOING" ? (
          <PhaseProgress import={shown} label={t("import.said.undoing")} />
        ) : (
          <p ref={said} tabIndex={-1} className={classes.said}>
            {t(saidOf(status, changed))}
          </p>
        )}
        {result && (
          <SummaryCard
            title={t("import.rowsOfFile")}
            metrics={rowOutcomes
              .filter((outcome) => outcome !== "LINE" || result.lines > 0)
              .map((outcome): SummaryMetric => {
                const count = countOf(result, outcome);
                return {
                  label: t(`import.outcome.${outcome}`),
                  value: format.number(count),
                  to: resultSearch(only === outcome ? null : outcome.toLowerCase()),
                  tone: count > 0 ? tones[outcome] : undefined,
                  active: only === outcome,
                };
              })}
          />
        )}
        {status === "UNDONE" && <Undone importId={shown.id} kept={kept} />}
        {kept && status !== "UNDONE" && (
          <p className={classes.said}>
            {t("import.keptRows")} · <Link to={resultSearch(null)}>{t("import.allRowsAgain")}</Link>
          </p>
        )}
        <RowsGrid
          importId={shown.id}
          columns={columns}
          filter={kept ? { undo: keptVerdicts } : only ? { outcome: [only] } : {}}
          reasons={kept || !result || result.failed + result.skipped > 0}
          tense="past"
          revision={shown.updatedAt}
        />
      </StepBody>
      <StepFoot
        aside={
          shown.errorFileUrl && (
            <a href={shown.errorFileUrl} download className={classes.download}>
              <IconDownload size={14} aria-hidden="true" />
              {t("import.errorFile")}
            </a>
          )
        }
      >
        {mayUndo && (
          <Button variant="default" onClick={() => setUndoing(true)}>
            {t("import.undo")}
          </Button>
        )}
        {mayWrite && (
          <Button variant="default" component={Link} to={paths.newImport}>
            {t("import.another")}
          </Button>
        )}
        <Button component={Link} to={paths.customers}>
          {t("import.toCustomers")}
        </Button>
      </StepFoot>
      {undoing && <UndoDialog importId={shown.id} onClose={() => setUndoing(false)} />}
    </>
  );
}

const keptVerdicts = ["EDITED", "HAS_RECORDS", "CONFLICT"] as const satisfies ImportUndoVerdict[];

type Result = NonNullable<ResultStep_ImportFragment["result"]>;

function countOf(result: Result, outcome: ImportRowOutcome): number {
  switch (outcome) {
    case "CREATED":
      return result.created;
    case "LINE":
      return result.lines;
    case "UPDATED":
      return result.updated;
    case "UNCHANGED":
      return result.unchanged;
    case "SKIPPED":
      return result.skipped;
    case "FAILED":
      return result.failed;
  }
}

function saidOf(status: ImportStatus, changed: number) {
  if (status === "UNDONE") return "import.said.undone";
  if (status === "CANCELLED") return changed > 0 ? "import.said.cancelled" : "import.said.nothing";
  return changed > 0 ? "import.said.done" : "import.said.noChange";
}

import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { type FragmentType, readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";
import { useMay } from "../../../session/viewer.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { LoadingBar } from "../../../ui/feedback/LoadingBar.js";
import { useAction } from "../../../ui/shortcuts/useAction.js";
import { useShortcut } from "../../../ui/shortcuts/useShortcut.js";
import { PhaseProgress } from "../frame/PhaseProgress.js";
import { StepBody } from "../frame/StepBody.js";
import { StepFoot } from "../frame/StepFoot.js";
import { plannedCounts } from "../plannedCounts.js";
import { byWeight } from "./byWeight.js";
import { type CellSearch, FindBar } from "./FindBar.js";
import { ReviewFilters } from "./filters/ReviewFilters.js";
import classes from "./ReviewStep.module.css";
import { readReviewFilter, rowFilterOf } from "./reviewFilter.js";
import { RowsGrid } from "./rows/RowsGrid.js";
import { useDeciding } from "./useDeciding.js";
import { useFixing } from "./useFixing.js";
import { useLeaving } from "./useLeaving.js";

const fragment = graphql(`
  fragment ReviewStep_import on Import {
    id
    status
    problem
    columns {
      index
      header
      field
      fallback
    }
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
    problems {
      column
      severity
    }
    errorFileUrl
    updatedAt
    ...PhaseProgress_import
    ...ProblemLinks_import
    ...NotImported_import
  }
`);

interface ReviewStepProps {
  import: FragmentType<typeof fragment>;
  onBack: () => void;
  onNext: () => void;
}

/** What would become of every row, before anything is written; its cells are fixed here. */
export function ReviewStep(props: ReviewStepProps) {
  const t = useT();
  const [search] = useSearchParams();
  const mayWrite = useMay("imports:write");
  const shown = readFragment(fragment, props.import);
  const counts = plannedCounts(shown);
  const checking = shown.status === "CHECKING";
  const filter = readReviewFilter(search);
  const columns = shown.columns.map((column) => ({ ...column, field: column.field ?? null }));
  const fixing = useFixing(shown.id);
  const leaving = useLeaving(shown.id);
  const decide = useDeciding(shown.id);
  const [finding, setFinding] = useState(false);
  const [cell, setCell] = useState<CellSearch>();
  const finder = useRef<HTMLButtonElement>(null);
  // Columns with problems are shown next to the reasons, and stay there after they are fixed.
  const [wrong, setWrong] = useState<readonly number[]>();
  if (!wrong && counts) setWrong(byWeight(shown.problems).flatMap(({ column }) => column ?? []));
  const at = filter.problem?.column;
  const leading = at == null ? wrong : [at, ...(wrong ?? [])];
  // While rows are checked again they keep their places.
  const [revision, setRevision] = useState(shown.updatedAt);
  if (!checking && revision !== shown.updatedAt) setRevision(shown.updatedAt);

  useShortcut("mod+enter", props.onNext, {
    label: t("import.continue"),
    group: t("import.title"),
    enabled: !checking,
  });
  useAction(t("import.findReplace"), () => setFinding(true), {
    keys: "r",
    group: t("import.title"),
    enabled: mayWrite && counts != null,
  });

  function stopFinding() {
    setFinding(false);
    setCell(undefined);
    setTimeout(() => finder.current?.focus());
  }

  return (
    <>
      <LoadingBar active={checking && counts != null} label={t("import.checkingAnew")} />
      <StepBody fill>
        {checking && !counts && <PhaseProgress import={shown} label={t("import.checking")} />}
        {shown.problem && (
          <div className={classes.note}>
            <ErrorNote>{shown.problem}</ErrorNote>
          </div>
        )}
        {counts && (
          <>
            <ReviewFilters
              import={shown}
              counts={counts}
              filter={filter}
              finder={finder}
              onFind={mayWrite && !finding ? () => setFinding(true) : undefined}
            />
            {finding && (
              <FindBar
                importId={shown.id}
                columns={columns}
                onSearch={setCell}
                onClose={stopFinding}
              />
            )}
            <RowsGrid
              importId={shown.id}
              columns={columns}
              filter={{ ...rowFilterOf(filter), ...(cell && { cell }) }}
              reasons={counts.error + counts.duplicate + counts.undecided + counts.skipped > 0}
              tense="plan"
              leading={leading}
              revision={revision}
              fixing={mayWrite ? fixing : undefined}
              leaving={mayWrite ? leaving : undefined}
              decide={mayWrite ? decide : undefined}
            />
          </>
        )}
      </StepBody>
      <StepFoot
        aside={
          counts &&
          shown.errorFileUrl &&
          !checking && (
            <a href={shown.errorFileUrl} download>
              {t("import.errorFile")}
            </a>
          )
        }
      >
        <Button variant="default" onClick={props.onBack}>
          {t("import.back")}
        </Button>
        <Button disabled={checking || !counts} onClick={props.onNext}>
          {t("import.continue")}
        </Button>
      </StepFoot>
    </>
  );
}

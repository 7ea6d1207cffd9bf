import { Button } from "@mantine/core";
import { IconReplace } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { type FragmentType, readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import type { ImportRowClass, ReviewStep_ImportFragment } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";
import { useMay } from "../../../session/viewer.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { LoadingBar } from "../../../ui/feedback/LoadingBar.js";
import { FilterLinks } from "../../../ui/page/FilterLinks.js";
import { ListBar } from "../../../ui/page/ListBar.js";
import { useAction } from "../../../ui/shortcuts/useAction.js";
import { useShortcut } from "../../../ui/shortcuts/useShortcut.js";
import { PhaseProgress } from "../frame/PhaseProgress.js";
import { StepBody } from "../frame/StepBody.js";
import { StepFoot } from "../frame/StepFoot.js";
import { NotImported } from "../NotImported.js";
import { plannedCounts } from "../plannedCounts.js";
import { byWeight } from "./byWeight.js";
import { type CellSearch, FindBar } from "./FindBar.js";
import { ProblemLinks } from "./ProblemLinks.js";
import classes from "./ReviewStep.module.css";
import { type ReviewFilter, readReviewFilter, reviewSearch, rowFilterOf } from "./reviewFilter.js";
import { RowsGrid } from "./rows/RowsGrid.js";
import { rowClasses } from "./rows/rowStates.js";
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
            <div className={classes.filters}>
              <ListBar
                actions={
                  mayWrite &&
                  !finding && (
                    <Button
                      ref={finder}
                      variant="default"
                      size="xs"
                      leftSection={<IconReplace size={14} stroke={1.6} />}
                      onClick={() => setFinding(true)}
                    >
                      {t("import.findReplace")}
                    </Button>
                  )
                }
              >
                <FilterLinks label={t("import.filter")} links={filtersOf(counts, filter, t)} />
              </ListBar>
              <ProblemLinks import={shown} filter={filter} />
              <NotImported import={shown} />
            </div>
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

function filtersOf(
  counts: ReviewStep_ImportFragment["counts"],
  { only, problem }: ReviewFilter,
  t: ReturnType<typeof useT>,
) {
  const of: Record<ImportRowClass, number> = {
    NEW: counts.new,
    UPDATE: counts.update,
    UNCHANGED: counts.unchanged,
    DUPLICATE: counts.duplicate,
    UNDECIDED: counts.undecided,
    ERROR: counts.error,
    SKIPPED: counts.skipped,
    LINE: counts.lines,
  };
  return [
    {
      to: { search: reviewSearch({ only: null, problem: null }) },
      label: t("import.allRows"),
      active: only === null && problem === null,
      count: counts.total,
    },
    // Most files leave nothing out, have a row for each record, and leave no doubt which record that is.
    ...rowClasses
      .filter(
        (one) => !["SKIPPED", "LINE", "UNDECIDED"].includes(one) || of[one] > 0 || only === one,
      )
      .map((one) => ({
        to: { search: reviewSearch({ only: one, problem: null }) },
        label: <span data-tone={one}>{t(`import.class.${one}`)}</span>,
        active: only === one,
        count: of[one],
      })),
  ];
}

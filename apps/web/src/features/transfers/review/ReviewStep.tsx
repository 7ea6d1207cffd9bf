import { Button } from "@mantine/core";
import { useSearchParams } from "react-router";
import { type FragmentType, readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import type { ImportRowClass, ReviewStep_ImportFragment } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";
import { ErrorNote } from "../../../ui/ErrorNote.js";
import { FilterLinks } from "../../../ui/FilterLinks.js";
import { useShortcut } from "../../../ui/shortcuts/useShortcut.js";
import { PhaseProgress } from "../PhaseProgress.js";
import { StepBody } from "../StepBody.js";
import { StepFoot } from "../StepFoot.js";
import classes from "./ReviewStep.module.css";
import { RowsGrid } from "./RowsGrid.js";
import { rowClasses } from "./rowStates.js";

const fragment = graphql(`
  fragment ReviewStep_import on Import {
    id
    status
    problem
    columns {
      index
      header
      field
    }
    counts {
      total
      new
      update
      unchanged
      duplicate
      error
    }
    errorFileUrl
    updatedAt
    ...PhaseProgress_import
  }
`);

interface ReviewStepProps {
  import: FragmentType<typeof fragment>;
  onBack: () => void;
  onNext: () => void;
}

/** What would become of every row, before anything is written. */
export function ReviewStep(props: ReviewStepProps) {
  const t = useT();
  const [search] = useSearchParams();
  const shown = readFragment(fragment, props.import);
  const checking = shown.status === "CHECKING";
  const { counts } = shown;
  const only = rowClasses.find((one) => one.toLowerCase() === search.get("show"));
  const columns = shown.columns.map((column) => ({ ...column, field: column.field ?? null }));

  useShortcut("mod+enter", props.onNext, {
    label: t("import.continue"),
    group: t("import.title"),
    enabled: !checking,
  });

  return (
    <>
      <StepBody fill>
        {checking && <PhaseProgress import={shown} label={t("import.checking")} />}
        {shown.problem && (
          <div className={classes.note}>
            <ErrorNote>{shown.problem}</ErrorNote>
          </div>
        )}
        {!checking && counts && (
          <>
            <FilterLinks label={t("import.filter")} links={filtersOf(counts, only, t)} />
            <RowsGrid
              importId={shown.id}
              columns={columns}
              filter={only ? { classes: [only] } : {}}
              reasons={counts.error + counts.duplicate > 0}
              tense="plan"
              revision={shown.updatedAt}
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
        <Button disabled={checking} onClick={props.onNext}>
          {t("import.continue")}
        </Button>
      </StepFoot>
    </>
  );
}

function filtersOf(
  counts: NonNullable<ReviewStep_ImportFragment["counts"]>,
  only: ImportRowClass | undefined,
  t: ReturnType<typeof useT>,
) {
  const of: Record<ImportRowClass, number> = {
    NEW: counts.new,
    UPDATE: counts.update,
    UNCHANGED: counts.unchanged,
    DUPLICATE: counts.duplicate,
    ERROR: counts.error,
  };
  return [
    {
      to: { search: "?step=review" },
      label: t("import.allRows"),
      active: only === undefined,
      count: counts.total,
    },
    ...rowClasses.map((one) => ({
      to: { search: `?step=review&show=${one.toLowerCase()}` },
      label: <span data-tone={one}>{t(`import.class.${one}`)}</span>,
      active: only === one,
      count: of[one],
    })),
  ];
}

import { Button } from "@mantine/core";
import { IconReplace } from "@tabler/icons-react";
import type { ComponentProps, Ref } from "react";
import type { ImportRowClass, ReviewStep_ImportFragment } from "../../../../gql/graphql.js";
import { useT } from "../../../../i18n/useT.js";
import { FilterLinks } from "../../../../ui/page/FilterLinks.js";
import { ListBar } from "../../../../ui/page/ListBar.js";
import { NotImported } from "../../NotImported.js";
import classes from "../ReviewStep.module.css";
import { type ReviewFilter, reviewSearch } from "../reviewFilter.js";
import { rowClasses } from "../rows/rowStates.js";
import { ProblemLinks } from "./ProblemLinks.js";

interface ReviewFiltersProps {
  import: ComponentProps<typeof ProblemLinks>["import"] &
    ComponentProps<typeof NotImported>["import"];
  counts: ReviewStep_ImportFragment["counts"];
  filter: ReviewFilter;
  /** The button that opens find and replace. */
  finder: Ref<HTMLButtonElement>;
  onFind: (() => void) | undefined;
}

/** What the rows of the review can be narrowed to: what becomes of them, and what is wrong with them. */
export function ReviewFilters(props: ReviewFiltersProps) {
  const { counts, filter, finder, onFind } = props;
  const t = useT();
  return (
    <div className={classes.filters}>
      <ListBar
        actions={
          onFind && (
            <Button
              ref={finder}
              variant="default"
              size="xs"
              leftSection={<IconReplace size={14} stroke={1.6} />}
              onClick={onFind}
            >
              {t("import.findReplace")}
            </Button>
          )
        }
      >
        <FilterLinks label={t("import.filter")} links={filtersOf(counts, filter, t)} />
      </ListBar>
      <ProblemLinks import={props.import} filter={filter} />
      <NotImported import={props.import} />
    </div>
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

import { type FragmentType, readFragment } from "../../../../gql/fragment-masking.js";
import { graphql } from "../../../../gql/gql.js";
import { useT } from "../../../../i18n/useT.js";
import { FilterLinks } from "../../../../ui/page/FilterLinks.js";
import { byWeight } from "../byWeight.js";
import { type ReviewFilter, reviewSearch } from "../reviewFilter.js";
import { useProblemName } from "../useProblemName.js";

const fragment = graphql(`
  fragment ProblemLinks_import on Import {
    columns {
      index
      field
    }
    problems {
      code
      column
      severity
      rows
    }
  }
`);

interface ProblemLinksProps {
  import: FragmentType<typeof fragment>;
  filter: ReviewFilter;
}

/** The problems of the rows, errors first; each toggles a filter. */
export function ProblemLinks(props: ProblemLinksProps) {
  const t = useT();
  const { columns, problems } = readFragment(fragment, props.import);
  const nameOf = useProblemName();
  const { filter } = props;
  if (problems.length === 0) return null;
  return (
    <FilterLinks
      label={t("import.problems")}
      links={byWeight(problems).map(({ code, column, rows }) => {
        const at = column ?? null;
        const active = filter.problem?.code === code && filter.problem.column === at;
        const field = columns.find(({ index }) => index === at)?.field ?? null;
        return {
          to: {
            search: reviewSearch({ only: null, problem: active ? null : { code, column: at } }),
          },
          label: nameOf(code, field),
          active,
          count: rows,
        };
      })}
    />
  );
}

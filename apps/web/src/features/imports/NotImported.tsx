import { Link } from "react-router";
import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { ImportColumnStatus } from "../../gql/graphql.js";
import { useT } from "../../i18n/useT.js";
import { columnLetters } from "./match/matchColumns.js";
import classes from "./NotImported.module.css";

const fragment = graphql(`
  fragment NotImported_import on Import {
    columns {
      index
      header
      status
      filledRows
    }
  }
`);

/** So many columns are named; the match names all. */
const named = 6;

/** The columns with values that are not imported, or that need a decision. */
export function NotImported(props: { import: FragmentType<typeof fragment> }) {
  const t = useT();
  const { columns } = readFragment(fragment, props.import);
  const lists: [ImportColumnStatus, "import.toBeChecked" | "import.notImported"][] = [
    ["CHECK", "import.toBeChecked"],
    ["NOT_IMPORTED", "import.notImported"],
  ];
  const lines = lists.flatMap(([status, key]) => {
    const out = columns.filter((column) => column.status === status && column.filledRows > 0);
    if (out.length === 0) return [];
    const names = out.slice(0, named).map(({ index, header, filledRows }) => {
      const column = header.trim() || t("import.noHeader", { letters: columnLetters(index) });
      return t("import.columnRows", { column, count: filledRows });
    });
    const more = out.length - names.length;
    if (more > 0) names.push(t("import.moreColumns", { count: more }));
    return [{ status, text: t(key, { columns: names.join(" · ") }) }];
  });
  if (lines.length === 0) return null;
  return (
    <div className={classes.note}>
      {lines.map(({ status, text }) => (
        <p key={status} data-status={status}>
          {text}
        </p>
      ))}
      <Link to={{ search: "?step=match" }}>{t("import.seeColumns")}</Link>
    </div>
  );
}

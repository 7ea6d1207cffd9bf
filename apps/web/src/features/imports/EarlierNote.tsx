import { IconInfoCircle } from "@tabler/icons-react";
import { Link } from "react-router";
import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import classes from "./EarlierNote.module.css";

const fragment = graphql(`
  fragment EarlierNote_import on Import {
    previousImport {
      id
      createdAt
      createdBy {
        id
        name
      }
    }
  }
`);

/** Says that the same file was imported before, by whom and when; nothing where it was not. */
export function EarlierNote(props: { import: FragmentType<typeof fragment> }) {
  const t = useT();
  const format = useFormat();
  const { previousImport } = readFragment(fragment, props.import);
  if (!previousImport) return null;
  const who = previousImport.createdBy?.name;
  const when = format.relative(previousImport.createdAt);
  return (
    <div className={classes.note} role="status">
      <IconInfoCircle size={16} stroke={1.6} aria-hidden="true" />
      <span>
        {who ? t("import.earlierBy", { who, when }) : t("import.earlierAt", { when })}{" "}
        <Link to={paths.import(previousImport.id)}>{t("import.earlierSee")}</Link>
      </span>
    </div>
  );
}

import { useT } from "../../i18n/useT.js";
import classes from "./fields.module.css";

/** A label that says in a word when a field may stay empty, in place of stars on all others. */
export function FieldLabel({ label, optional }: { label: string; optional?: boolean }) {
  const t = useT();
  if (!optional) return label;
  return (
    <>
      {label} <span className={classes.optional}>{t("ui.optional")}</span>
    </>
  );
}

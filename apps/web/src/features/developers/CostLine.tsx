import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import classes from "./CostLine.module.css";
import { useQueryCost } from "./queryCost.js";

interface CostLineProps {
  query: string;
  /** As they are written: JSON, or not yet. */
  variables: string;
}

/** What the operation at hand would cost, and how much of the limit that is. */
export function CostLine({ query, variables }: CostLineProps) {
  const t = useT();
  const format = useFormat();
  const cost = useQueryCost(query, variables);
  if (!cost) return <p className={classes.line}>{t("developers.costUnknown")}</p>;
  const { requested, limit } = cost;
  const words = { requested: format.number(requested), limit: format.number(limit) };
  const over = requested > limit;
  return (
    <p className={classes.line} data-over={over || undefined}>
      {t(over ? "developers.costOver" : "developers.cost", words)}
    </p>
  );
}

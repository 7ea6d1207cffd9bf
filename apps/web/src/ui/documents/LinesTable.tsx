import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import type { MoneyValue } from "../../i18n/format.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { lineFragment } from "./documentLines.js";
import classes from "./LinesTable.module.css";

interface LinesTableProps {
  lines: readonly FragmentType<typeof lineFragment>[];
  total: MoneyValue;
}

/** The lines of a document with what they come to. */
export function LinesTable({ lines, total }: LinesTableProps) {
  const t = useT();
  const format = useFormat();
  if (lines.length === 0) return <p className={classes.none}>{t("documents.noLines")}</p>;
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t("field.description")}</th>
          <th scope="col" className={classes.number}>
            {t("documents.quantity")}
          </th>
          <th scope="col" className={classes.number}>
            {t("documents.unitPrice")}
          </th>
          <th scope="col" className={classes.number}>
            {t("field.total")}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((masked) => {
          const line = readFragment(lineFragment, masked);
          return (
            <tr key={line.position}>
              <td className={classes.description}>{line.description}</td>
              <td className={classes.number}>{format.number(line.quantity)}</td>
              <td className={classes.number}>{format.money(line.unitPrice)}</td>
              <td className={classes.number}>{format.money(line.total)}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            {t("field.total")}
          </th>
          <td className={classes.number}>{format.money(total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

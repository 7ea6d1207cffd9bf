import type { DocumentTotals } from "@clientela/shared/documents/documentTotals";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { Money } from "../values/Money.js";

interface TotalRowsProps {
  totals: Pick<DocumentTotals, "subtotal" | "taxes" | "total">;
  currency: string;
  /** The columns that an amount spans. */
  span: number;
  className?: string;
}

/** What a document comes to, as rows of a table: where there is tax, also the net amount and the tax of each rate. */
export function TotalRows({ totals, currency, span, className }: TotalRowsProps) {
  const t = useT();
  const format = useFormat();
  const { subtotal, taxes, total } = totals;
  const row = (label: string, amount: string) => (
    <tr key={label}>
      <th scope="row">{label}</th>
      <td colSpan={span} className={className}>
        <Money value={{ amount, currency }} />
      </td>
    </tr>
  );
  return (
    <>
      {taxes.length > 0 && row(t("documents.subtotal"), subtotal)}
      {taxes.map(({ rate, net, tax }) => {
        const on = format.money({ amount: net, currency });
        return row(t("documents.taxOn", { rate: format.number(rate), net: on }), tax);
      })}
      {row(t("field.total"), total)}
    </>
  );
}

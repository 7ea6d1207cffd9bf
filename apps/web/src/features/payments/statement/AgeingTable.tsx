import { type FragmentType, readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { AgeingBar } from "../receivables/AgeingBar.js";
import classes from "./StatementOfAccount.module.css";

const ageingFragment = graphql(`
  fragment AgeingTable on CustomerSummary {
    receivables(asOf: $asOf) {
      currency
      total {
        amount
        currency
      }
      notDue {
        amount
        currency
      }
      days1To30 {
        amount
        currency
      }
      days31To60 {
        amount
        currency
      }
      days61To90 {
        amount
        currency
      }
      over90 {
        amount
        currency
      }
      oldestDueOn
      averageDaysToPay
    }
  }
`);

const BUCKETS = ["notDue", "days1To30", "days31To60", "days61To90", "over90", "total"] as const;

interface AgeingTableProps {
  summary: FragmentType<typeof ageingFragment>;
  /** The day that it is about; null for today. */
  asOf: string | null;
}

/** What is open of a customer's sales invoices by how late it is, today or on a day; nothing where nothing is open. */
export function AgeingTable({ summary, asOf }: AgeingTableProps) {
  const t = useT();
  const format = useFormat();
  const { receivables } = readFragment(ageingFragment, summary);
  const open = receivables.filter(({ total }) => Number(total.amount) !== 0);
  if (open.length === 0) return null;
  return (
    <div className={classes.scroll}>
      {open.map((row) => (
        <div key={row.currency} className={classes.bar}>
          <AgeingBar aged={row} />
        </div>
      ))}
      <table className={classes.ageing}>
        <caption className={classes.caption}>
          {asOf ? t("payments.ageingOn", { date: format.date(asOf) }) : t("payments.ageing")}
        </caption>
        <tbody>
          {BUCKETS.map((bucket) => (
            <tr key={bucket}>
              <th scope="row">{t(`payments.ageing.${bucket}`)}</th>
              {open.map((row) => (
                <td key={row.currency} className={classes.number}>
                  {format.money(row[bucket])}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t("payments.oldest")}</th>
            {open.map(({ currency, oldestDueOn }) => (
              <td key={currency} className={classes.number}>
                {oldestDueOn ? format.date(oldestDueOn) : "–"}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t("payments.daysToPay")}</th>
            {open.map(({ currency, averageDaysToPay }) => (
              <td key={currency} className={classes.number}>
                {averageDaysToPay == null ? "–" : format.number(averageDaysToPay)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

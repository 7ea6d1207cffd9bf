import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { AgeingTableFragment } from "../../gql/graphql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import classes from "./StatementOfAccount.module.css";

const ageingFragment = graphql(`
  fragment AgeingTable on CustomerSummary {
    receivables {
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

const COLUMNS = ["notDue", "days1To30", "days31To60", "days61To90", "over90", "total"] as const;

interface AgeingTableProps {
  summary: FragmentType<typeof ageingFragment>;
}

/** What is open of a customer's sales invoices, by how late it is today; nothing where nothing is open. */
export function AgeingTable({ summary }: AgeingTableProps) {
  const t = useT();
  const { receivables } = readFragment(ageingFragment, summary);
  const open = receivables.filter(({ total }) => Number(total.amount) !== 0);
  if (open.length === 0) return null;
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className={classes.caption}>{t("payments.ageing")}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={classes.number}>
                {t(`payments.ageing.${column}`)}
              </th>
            ))}
            <th scope="col">{t("payments.oldest")}</th>
            <th scope="col" className={classes.number}>
              {t("payments.daysToPay")}
            </th>
          </tr>
        </thead>
        <tbody>
          {open.map((row) => (
            <AgeingRow key={row.currency} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AgeingRow({ row }: { row: AgeingTableFragment["receivables"][number] }) {
  const format = useFormat();
  const { oldestDueOn, averageDaysToPay } = row;
  return (
    <tr>
      {COLUMNS.map((column) => (
        <td key={column} className={classes.number}>
          {format.money(row[column])}
        </td>
      ))}
      <td>{oldestDueOn ? format.date(oldestDueOn) : "–"}</td>
      <td className={classes.number}>
        {averageDaysToPay === null || averageDaysToPay === undefined
          ? "–"
          : format.number(averageDaysToPay)}
      </td>
    </tr>
  );
}

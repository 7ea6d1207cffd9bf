import { daysBetween } from "@clientela/shared/values/dates";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { customerPart } from "../../records/recordParts.js";
import { useViewer } from "../../session/viewer.js";
import { Headline } from "../../ui/cards/Headline.js";
import { MoneyList } from "../../ui/values/Money.js";
import classes from "./OwedHeadlines.module.css";
import { AgeingBar } from "./receivables/AgeingBar.js";

/** What is owed, since when, and by how many invoices. */
const owedFragment = graphql(`
  fragment OwedHeadlines_summary on CustomerSummary {
    receivables {
      currency
      total {
        amount
        currency
      }
      overdue {
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
    }
    invoices {
      authorized {
        count
      }
      overdue {
        count
      }
    }
  }
`);

const customerFragment = graphql(`
  fragment OwedHeadlines_customer on Customer {
    id
    summary {
      ...OwedHeadlines_summary
    }
  }
`);

/** What a customer owes, and since when: the first answers of its profile. */
export const owedHeadlines = customerPart(customerFragment, ({ customerId, customer }) => {
  const t = useT();
  const format = useFormat();
  const { today } = useViewer();
  const { receivables, invoices } = readFragment(owedFragment, customer.summary);
  const open = receivables.filter(({ total }) => Number(total.amount) > 0);
  const late = open.filter(({ overdue }) => Number(overdue.amount) > 0);
  const [since] = (late.length > 0 ? late : open)
    .flatMap(({ oldestDueOn }) => oldestDueOn ?? [])
    .sort();
  const to = (state: "outstanding" | "OVERDUE") =>
    paths.customerDocuments(customerId, { show: "sales", state });
  const isLate = late.length > 0 && since !== undefined;
  return (
    <>
      <Headline
        title={t("payments.headline.owed")}
        value={open.length > 0 ? <MoneyList values={open.map(({ total }) => total)} /> : "–"}
        to={open.length > 0 ? to("outstanding") : undefined}
        detail={
          open.length > 0
            ? t("payments.headline.open", {
                count: invoices.authorized.count + invoices.overdue.count,
              })
            : t("payments.headline.nothing")
        }
      />
      <Headline
        title={t("payments.headline.since")}
        value={isLate ? format.date(since) : "–"}
        to={isLate ? to("OVERDUE") : undefined}
        tone={isLate ? "red" : undefined}
        detail={
          isLate ? (
            <>
              {t("ui.daysLate", { count: daysBetween(since, today) })} ·{" "}
              {t("payments.headline.late", { count: invoices.overdue.count })}
              <Bars rows={late} />
            </>
          ) : since ? (
            t("payments.headline.nextDue", { date: format.date(since) })
          ) : (
            t("payments.headline.onTime")
          )
        }
      />
    </>
  );
});

/** What is open by how late it is; the statement has the same as a table. */
function Bars({ rows }: { rows: readonly React.ComponentProps<typeof AgeingBar>["aged"][] }) {
  const [largest] = rows;
  return (
    largest && (
      <div className={classes.bar}>
        <AgeingBar aged={largest} />
      </div>
    )
  );
}

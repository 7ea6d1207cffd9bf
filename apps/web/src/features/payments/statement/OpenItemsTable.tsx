import { type FragmentType, readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { MovementName } from "./MovementName.js";
import classes from "./StatementOfAccount.module.css";

const openItemsFragment = graphql(`
  fragment OpenItemsTable on CustomerStatement {
    currency
    closing {
      amount
      currency
    }
    openItems(first: 100) {
      totalCount
      nodes {
        type
        reference
        issuedOn
        dueOn
        daysPastDue
        open {
          amount
          currency
        }
        invoice {
          id
          kind
        }
        payment {
          id
        }
        creditNote {
          id
        }
      }
    }
  }
`);

interface OpenItemsTableProps {
  customerId: string;
  statement: FragmentType<typeof openItemsFragment>;
  /** The last day of the statement. */
  to: string;
}

/** What of an account was open at the end of a statement; nothing where all was settled. */
export function OpenItemsTable({ customerId, statement, to }: OpenItemsTableProps) {
  const t = useT();
  const format = useFormat();
  const { currency, closing, openItems } = readFragment(openItemsFragment, statement);
  const { nodes, totalCount } = openItems;
  if (nodes.length === 0) return null;
  const left = totalCount - nodes.length;
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className={classes.caption}>
          {t("payments.openItems", { currency, date: format.date(to) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("payments.document")}</th>
            <th scope="col" className={classes.wide}>
              {t("payments.date")}
            </th>
            <th scope="col">{t("field.dueOn")}</th>
            <th scope="col" className={classes.number}>
              {t("payments.open")}
            </th>
          </tr>
        </thead>
        <tbody>
          {nodes.map((item) => (
            <tr key={`${item.type} ${(item.invoice ?? item.payment ?? item.creditNote)?.id}`}>
              <td>
                <MovementName customerId={customerId} movement={item} />
              </td>
              <td className={classes.wide}>{format.date(item.issuedOn)}</td>
              <td>
                {item.dueOn && format.date(item.dueOn)}
                {Boolean(item.daysPastDue) && (
                  <span className={classes.late}>
                    {t("payments.daysLate", { count: item.daysPastDue ?? 0 })}
                  </span>
                )}
              </td>
              <td className={classes.number}>{format.money(item.open)}</td>
            </tr>
          ))}
          {left > 0 && (
            <tr>
              <td colSpan={4} className={classes.more}>
                {t("payments.moreOpenItems", { count: left })}
              </td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t("payments.ageing.total")}
            </th>
            <td className={classes.wide} />
            <td className={classes.number}>{format.money(closing)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

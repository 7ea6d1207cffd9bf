import { Link } from "react-router";
import { type FragmentType, readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { StatementTableFragment } from "../../gql/graphql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import classes from "./StatementOfAccount.module.css";

const statementFragment = graphql(`
  fragment StatementTable on CustomerStatement {
    currency
    opening {
      amount
      currency
    }
    closing {
      amount
      currency
    }
    movements(first: 100) {
      totalCount
      nodes {
        date
        type
        reference
        amount {
          amount
          currency
        }
        balance {
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

type Movement = StatementTableFragment["movements"]["nodes"][number];

interface StatementTableProps {
  customerId: string;
  statement: FragmentType<typeof statementFragment>;
}

/** A customer's account in one currency: the opening, what moved, and the closing. */
export function StatementTable({ customerId, statement }: StatementTableProps) {
  const t = useT();
  const format = useFormat();
  const { currency, opening, closing, movements } = readFragment(statementFragment, statement);
  const left = movements.totalCount - movements.nodes.length;
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className={classes.caption}>{t("payments.statementIn", { currency })}</caption>
        <thead>
          <tr>
            <th scope="col" className={classes.wide}>
              {t("payments.date")}
            </th>
            <th scope="col">{t("payments.movement")}</th>
            <th scope="col" className={classes.number}>
              {t("payments.amount")}
            </th>
            <th scope="col" className={classes.number}>
              {t("payments.owed")}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td className={classes.wide} />
            <th scope="row" colSpan={2}>
              {t("payments.opening")}
            </th>
            <td className={classes.number}>{format.money(opening)}</td>
          </tr>
          {movements.nodes.map((movement) => (
            <tr
              key={`${movement.type} ${(movement.invoice ?? movement.payment ?? movement.creditNote)?.id}`}
            >
              <td className={classes.wide}>{format.date(movement.date)}</td>
              <td>
                <MovementName customerId={customerId} movement={movement} />
                <span className={classes.narrow}>{format.date(movement.date)}</span>
              </td>
              <td className={classes.number}>{format.money(movement.amount)}</td>
              <td className={classes.number}>{format.money(movement.balance)}</td>
            </tr>
          ))}
          {left > 0 && (
            <tr>
              <td colSpan={4} className={classes.more}>
                {t("payments.moreMovements", { count: left })}
              </td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <td className={classes.wide} />
            <th scope="row" colSpan={2}>
              {t("payments.closing")}
            </th>
            <td className={classes.number}>{format.money(closing)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function MovementName({ customerId, movement }: { customerId: string; movement: Movement }) {
  const t = useT();
  const { type, reference, invoice, payment, creditNote } = movement;
  const what =
    type === "REVERSAL" && creditNote
      ? t("payments.movement.cancelledCreditNote")
      : t(`payments.movement.${type}`);
  const name = [what, reference].filter(Boolean).join(" ");
  const search = invoice
    ? {
        show: invoice.kind === "SALES" ? ("sales" as const) : ("purchases" as const),
        invoice: invoice.id,
      }
    : {
        show: "statement" as const,
        ...(payment && { payment: payment.id }),
        ...(creditNote && { creditNote: creditNote.id }),
      };
  return <Link to={paths.customerDocuments(customerId, search)}>{name}</Link>;
}

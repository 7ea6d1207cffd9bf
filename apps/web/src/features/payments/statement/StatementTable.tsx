import { type FragmentType, readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { MovementName } from "./MovementName.js";
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
    debits {
      amount
      currency
    }
    credits {
      amount
      currency
    }
    movements(first: 100) {
      totalCount
      nodes {
        date
        type
        reference
        description
        debit {
          amount
          currency
        }
        credit {
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

interface StatementTableProps {
  customerId: string;
  statement: FragmentType<typeof statementFragment>;
}

/** A customer's account in one currency: the opening, what moved, and the closing. */
export function StatementTable({ customerId, statement }: StatementTableProps) {
  const t = useT();
  const format = useFormat();
  const { currency, opening, debits, credits, closing, movements } = readFragment(
    statementFragment,
    statement,
  );
  // A column of zeros would hide what is a debit and what a credit.
  const unlessZero = (money: typeof opening) =>
    Number(money.amount) === 0 ? "" : format.money(money);
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
              {t("payments.debit")}
            </th>
            <th scope="col" className={classes.number}>
              {t("payments.credit")}
            </th>
            <th scope="col" className={classes.number}>
              {t("payments.owed")}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td className={classes.wide} />
            <th scope="row" colSpan={3}>
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
                {movement.description && (
                  <span className={classes.about}>{movement.description}</span>
                )}
                <span className={classes.narrow}>{format.date(movement.date)}</span>
              </td>
              <td className={classes.number}>{unlessZero(movement.debit)}</td>
              <td className={classes.number}>{unlessZero(movement.credit)}</td>
              <td className={classes.number}>{format.money(movement.balance)}</td>
            </tr>
          ))}
          {left > 0 && (
            <tr>
              <td colSpan={5} className={classes.more}>
                {t("payments.moreMovements", { count: left })}
              </td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <td className={classes.wide} />
            <th scope="row">{t("payments.closing")}</th>
            <td className={classes.number}>{unlessZero(debits)}</td>
            <td className={classes.number}>{unlessZero(credits)}</td>
            <td className={classes.number}>{format.money(closing)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

import type { Locale } from "@clientela/shared/values/locales";
import type { Context } from "../../../platform/context.js";
import { Invalid } from "../../../platform/errors.js";
import type { Customer } from "../../customers/customer.entity.js";
import type { StatementPeriod } from "../../receivables/accountRows.js";
import {
  movementsByCurrency,
  openItemsByCurrency,
  statementsOf,
} from "../../receivables/statement.js";
import type {
  CustomerStatement,
  StatementMovement,
  StatementOpenItem,
} from "../../receivables/statement.type.js";
import { customerParty, languageOf, ourParty } from "../parties.js";
import type {
  PrintedAccount,
  PrintedMovement,
  PrintedOpenItem,
  PrintedStatement,
} from "./printedStatement.js";

interface StatementRequest {
  customer: Customer;
  period: StatementPeriod;
  language: Locale | undefined;
  /** The most movements and open items that the file takes. */
  maxLines: number;
}

/** Reads all that a statement shows. Throws Invalid where it has more lines than the file takes. */
export async function readStatement(
  context: Context,
  { customer, period, language, maxLines }: StatementRequest,
): Promise<PrintedStatement> {
  const params = { ...period, first: maxLines, after: null };
  const statements = await statementsOf(context, period);
  const read = await Promise.all(
    statements.map(async (statement) => {
      const [movements, openItems] = await Promise.all([
        context.load(movementsByCurrency, statement.currency, params),
        context.load(openItemsByCurrency, statement.currency, params),
      ]);
      return { statement, movements, openItems };
    }),
  );
  const pages = read.flatMap(({ movements, openItems }) => [movements, openItems]);
  const lines = pages.reduce((sum, { nodes }) => sum + nodes.length, 0);
  if (lines > maxLines || pages.some(({ pageInfo }) => pageInfo.hasNextPage))
    throw new Invalid([{ path: "to", code: "statement_too_long", params: { max: maxLines } }]);
  const [from, to] = await Promise.all([ourParty(context), customerParty(context, customer)]);
  return {
    language: language ?? languageOf(customer, context.locale),
    number: customer.number,
    from,
    to,
    period: { from: period.from, to: period.to },
    kind: period.kind,
    accounts: read.map(({ statement, movements, openItems }) =>
      printedAccount(statement, movements.nodes, openItems.nodes),
    ),
  };
}

const printedAccount = (
  { currency, opening, debits, credits, closing }: CustomerStatement,
  movements: readonly StatementMovement[],
  openItems: readonly StatementOpenItem[],
): PrintedAccount => ({
  currency,
  opening: opening.amount,
  debits: debits.amount,
  credits: credits.amount,
  closing: closing.amount,
  movements: movements.map(printedMovement),
  openItems: openItems.map(printedOpenItem),
});

const printedMovement = ({
  date,
  type,
  reference,
  description,
  debit,
  credit,
  balance,
  creditNoteId,
}: StatementMovement): PrintedMovement => ({
  date,
  type: type === "REVERSAL" && creditNoteId !== null ? "CANCELLED_CREDIT_NOTE" : type,
  reference,
  description,
  debit: debit.amount,
  credit: credit.amount,
  balance: balance.amount,
});

const printedOpenItem = ({
  type,
  reference,
  issuedOn,
  dueOn,
  daysPastDue,
  open,
}: StatementOpenItem): PrintedOpenItem => ({
  type,
  reference,
  issuedOn,
  dueOn,
  daysPastDue,
  open: open.amount,
});

import { compare, negate } from "@clientela/shared/values/money";
import sql, { type Sql } from "sql-template-tag";
import type { Context } from "../../platform/context.js";
import type { Connection } from "../../platform/lists/connection.js";
import type { BatchLoader } from "../../platform/readContext.js";
import { money } from "../../platform/types/money.js";
import { beyond, IN_ORDER, type PageParams, type Place, pageOf } from "./accountPages.js";
import { movementsOf, openItemsOf, type StatementPeriod } from "./accountRows.js";
import type { CustomerStatement, StatementMovement, StatementOpenItem } from "./statement.type.js";

/** A customer's account by currency; only of currencies in which something moved by the last day. */
export async function statementsOf(
  { db }: Context,
  period: StatementPeriod,
): Promise<CustomerStatement[]> {
  const { from, to } = period;
  const rows = await db.rows<
    Record<"currency" | "opening" | "closing" | "debits" | "credits", string>
  >(sql`
    SELECT m.currency, coalesce(sum(m.amount) FILTER (WHERE m.day < ${from}::date), 0)::text AS opening,
      coalesce(sum(m.amount) FILTER (WHERE m.day >= ${from}::date AND m.amount > 0), 0)::text AS debits,
      coalesce(-sum(m.amount) FILTER (WHERE m.day >= ${from}::date AND m.amount < 0), 0)::text AS credits,
      sum(m.amount)::text AS closing
    FROM (${movementsOf(period)}) m WHERE m.day <= ${to}::date GROUP BY m.currency ORDER BY m.currency`);
  return rows.map(({ currency, opening, closing, debits, credits }) => ({
    ...period,
    currency,
    opening: money(opening, currency),
    debits: money(debits, currency),
    credits: money(credits, currency),
    closing: money(closing, currency),
  }));
}

type Named = "type" | "reference" | "invoiceId" | "paymentId" | "creditNoteId";
type MovementRow = Place &
  Pick<StatementMovement, Named | "description"> & { amount: string; balance: string };
type OpenItemRow = Place &
  Pick<StatementOpenItem, Named | "issuedOn" | "dueOn" | "daysPastDue"> & {
    total: string;
    open: string;
  };

const NAMED = sql`p.currency, p.day::text AS day, p.rank, p.id, p.type, p.reference,
  p.invoice_id AS "invoiceId", p.payment_id AS "paymentId", p.credit_note_id AS "creditNoteId"`;

// The first rows `m` of each currency.
const firstOf = (currencies: readonly string[], first: number, condition: Sql): Sql => sql`
  unnest(${[...currencies]}::text[]) k (currency) CROSS JOIN LATERAL (
    SELECT * FROM m WHERE m.currency = k.currency ${condition} ORDER BY ${IN_ORDER} LIMIT ${first + 1}
  ) p`;

/** The movements of a customer's account in currencies, the oldest first. */
export const movementsByCurrency: BatchLoader<
  string,
  StatementPeriod & PageParams,
  Connection<StatementMovement>
> = async (currencies, params, { db }) => {
  const { from, to, first, after } = params;
  const since = sql`AND m.day >= ${from}::date ${beyond(after)}`;
  // Documents are described by their first line.
  const rows = await db.rows<MovementRow>(sql`
    WITH m AS (
      SELECT m.*, sum(m.amount) OVER (PARTITION BY m.currency ORDER BY ${IN_ORDER}) AS balance
      FROM (${movementsOf(params)}) m WHERE m.day <= ${to}::date
    )
    SELECT ${NAMED}, p.amount::text, p.balance::text, coalesce(p.description, CASE p.type
      WHEN 'INVOICE' THEN (SELECT l.description FROM invoice_lines l WHERE l.invoice_id = p.id ORDER BY l.position LIMIT 1)
      WHEN 'CREDIT_NOTE' THEN (SELECT l.description FROM credit_note_lines l WHERE l.credit_note_id = p.id ORDER BY l.position LIMIT 1)
    END) AS description
    FROM ${firstOf(currencies, first, since)} ORDER BY p.currency, p.day, p.rank, p.id`);
  const count = (currency: string) => (context: Context) =>
    countOf(
      context,
      movementsOf(params),
      sql`m.currency = ${currency} AND m.day BETWEEN ${from}::date AND ${to}::date`,
    );
  return currencies.map((currency) =>
    pageOf(ofCurrency(rows, currency), params, movementOf, count(currency)),
  );
};

/** What of a customer's account was open at the end of the last day in currencies, what is due first on top. */
export const openItemsByCurrency: BatchLoader<
  string,
  StatementPeriod & PageParams,
  Connection<StatementOpenItem>
> = async (currencies, params, { db }) => {
  const { to, first, after } = params;
  const rows = await db.rows<OpenItemRow>(sql`
    WITH m AS (${openItemsOf(params)})
    SELECT ${NAMED}, p.total::text, p.open::text, p.issued_on::text AS "issuedOn", p.due_on::text AS "dueOn",
      greatest(${to}::date - p.due_on, 0) AS "daysPastDue"
    FROM ${firstOf(currencies, first, beyond(after))} ORDER BY p.currency, p.day, p.rank, p.id`);
  const count = (currency: string) => (context: Context) =>
    countOf(context, openItemsOf(params), sql`m.currency = ${currency}`);
  return currencies.map((currency) =>
    pageOf(ofCurrency(rows, currency), params, openItemOf, count(currency)),
  );
};

const ofCurrency = <Row extends Place>(rows: readonly Row[], currency: string): Row[] =>
  rows.filter((row) => row.currency === currency);

async function countOf({ db }: Context, rows: Sql, condition: Sql): Promise<number> {
  const counted = await db.row<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM (${rows}) m WHERE ${condition}`,
  );
  return counted?.count ?? 0;
}

function movementOf({
  currency,
  day,
  rank,
  id,
  amount,
  balance,
  ...row
}: MovementRow): StatementMovement {
  const isDebit = compare(amount, "0") > 0;
  return {
    ...row,
    date: day,
    amount: money(amount, currency),
    debit: money(isDebit ? amount : "0", currency),
    credit: money(isDebit ? "0" : negate(amount), currency),
    balance: money(balance, currency),
  };
}

const openItemOf = ({
  currency,
  day,
  rank,
  id,
  total,
  open,
  daysPastDue,
  ...row
}: OpenItemRow): StatementOpenItem => ({
  ...row,
  // `greatest` ignores nulls: what has no due date is not late.
  daysPastDue: row.dueOn === null ? null : daysPastDue,
  total: money(total, currency),
  open: money(open, currency),
});

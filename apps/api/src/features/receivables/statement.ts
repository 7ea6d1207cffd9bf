import { isCalendarDate } from "@clientela/shared/values/dates";
import sql, { empty, type Sql } from "sql-template-tag";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { Invalid } from "../../platform/errors.js";
import type { Connection } from "../../platform/lists/connection.js";
import { parsedJson } from "../../platform/parsedJson.js";
import type { BatchLoader } from "../../platform/readContext.js";
import { money } from "../../platform/types/money.js";
import type { CustomerStatement, StatementMovement } from "./statement.type.js";

/** Of which customer, from which day to which. */
export interface StatementPeriod {
  customerId: string;
  from: string;
  to: string;
}

interface MovementsAsked extends StatementPeriod {
  first: number;
  after: string | null;
}

// Invoices in force and credit notes on their date, payments on their day, and what takes them back on the day of that; `rank`
// sorts those of a day.
const movementsOf = (customerId: string): Sql => sql`
  SELECT r.currency, r.issued_on AS day, 1 AS rank, r.id, 'INVOICE' AS type, r.number AS reference,
    CASE r.kind WHEN 'SALES' THEN r.total ELSE -r.total END AS amount, r.id AS invoice_id, NULL::uuid AS payment_id, NULL::uuid AS credit_note_id
  FROM invoices r
  WHERE r.customer_id = ${customerId}::uuid AND r.deleted_at IS NULL AND r.status IN ('AUTHORIZED', 'PAID') AND r.total <> 0
  UNION ALL
  SELECT p.currency, e.occurred_on, CASE e.kind WHEN 'RECEIPT' THEN 2 ELSE 3 END, p.id,
    CASE e.kind WHEN 'RECEIPT' THEN 'PAYMENT' ELSE 'REVERSAL' END, p.reference,
    CASE p.direction WHEN 'RECEIVED' THEN -e.amount ELSE e.amount END, NULL, p.id, NULL
  FROM payments p JOIN ledger_entries e ON e.payment_id = p.id AND e.invoice_id IS NULL
  WHERE p.customer_id = ${customerId}::uuid
  UNION ALL
  SELECT n.currency, e.occurred_on, CASE e.kind WHEN 'CREDIT' THEN 2 ELSE 3 END, n.id,
    CASE e.kind WHEN 'CREDIT' THEN 'CREDIT_NOTE' ELSE 'REVERSAL' END, n.number,
    CASE n.kind WHEN 'SALES' THEN -e.amount ELSE e.amount END, NULL, NULL, n.id
  FROM credit_notes n JOIN ledger_entries e ON e.credit_note_id = n.id AND e.invoice_id IS NULL
  WHERE n.customer_id = ${customerId}::uuid`;

/** A customer's account by currency; only of currencies in which something moved by the last day. */
export async function statementsOf(
  { db }: Context,
  { customerId, from, to }: StatementPeriod,
): Promise<CustomerStatement[]> {
  const rows = await db.rows<{ currency: string; opening: string; closing: string }>(sql`
    SELECT m.currency, coalesce(sum(m.amount) FILTER (WHERE m.day < ${from}::date), 0)::text AS opening,
      sum(m.amount)::text AS closing
    FROM (${movementsOf(customerId)}) m WHERE m.day <= ${to}::date GROUP BY m.currency ORDER BY m.currency`);
  return rows.map(({ currency, opening, closing }) => ({
    customerId,
    from,
    to,
    currency,
    opening: money(opening, currency),
    closing: money(closing, currency),
  }));
}

type MovementRow = Pick<
  StatementMovement,
  "date" | "type" | "reference" | "invoiceId" | "paymentId" | "creditNoteId"
> & {
  currency: string;
  rank: number;
  id: string;
  amount: string;
  balance: string;
};

/** The movements of a customer's account in currencies, the oldest first. */
export const movementsByCurrency: BatchLoader<
  string,
  MovementsAsked,
  Connection<StatementMovement>
> = async (currencies, { customerId, from, to, first, after }, { db }) => {
  const rows = await db.rows<MovementRow>(sql`
    WITH m AS (
      SELECT m.*, sum(m.amount) OVER (PARTITION BY m.currency ORDER BY m.day, m.rank, m.id) AS balance
      FROM (${movementsOf(customerId)}) m WHERE m.day <= ${to}::date
    )
    SELECT p.currency, p.day::text AS date, p.rank, p.id, p.type, p.reference, p.amount::text, p.balance::text,
      p.invoice_id AS "invoiceId", p.payment_id AS "paymentId",
      p.credit_note_id AS "creditNoteId"
    FROM unnest(${[...currencies]}::text[]) k (currency) CROSS JOIN LATERAL (
      SELECT * FROM m WHERE m.currency = k.currency AND m.day >= ${from}::date ${beyond(after)}
      ORDER BY m.day, m.rank, m.id LIMIT ${first + 1}
    ) p ORDER BY p.currency, p.day, p.rank, p.id`);
  const count = async (currency: string, context: Context) => {
    const counted = await context.db.row<{ count: number }>(sql`
      SELECT count(*)::int AS count FROM (${movementsOf(customerId)}) m
      WHERE m.currency = ${currency} AND m.day BETWEEN ${from}::date AND ${to}::date`);
    return counted?.count ?? 0;
  };
  return currencies.map((currency) =>
    pageOf(
      rows.filter((row) => row.currency === currency),
      first,
      after !== null,
      (context) => count(currency, context),
    ),
  );
};

function pageOf(
  rows: readonly MovementRow[],
  first: number,
  hasPreviousPage: boolean,
  count: (context: Context) => Promise<number>,
): Connection<StatementMovement> {
  const nodes = rows.slice(0, first).map(
    ({ currency, rank, id, amount, balance, ...row }): StatementMovement => ({
      ...row,
      amount: money(amount, currency),
      balance: money(balance, currency),
      cursor: Buffer.from(JSON.stringify([row.date, rank, id])).toString("base64url"),
    }),
  );
  return {
    nodes,
    edges: nodes.map((node) => ({ node, cursor: node.cursor })),
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage,
      startCursor: nodes.at(0)?.cursor ?? null,
      endCursor: nodes.at(-1)?.cursor ?? null,
    },
    count,
  };
}

const cursorRule = z.tuple([z.string().refine(isCalendarDate), z.int().min(1).max(3), z.uuid()]);

function beyond(after: string | null): Sql {
  if (after === null) return empty;
  const decoded = Buffer.from(after, "base64url").toString("utf8");
  const parsed = cursorRule.safeParse(parsedJson(decoded));
  if (!parsed.success) throw new Invalid([{ path: "after", code: "invalid_cursor" }]);
  const [day, rank, id] = parsed.data;
  return sql`AND (m.day, m.rank, m.id) > (${day}::date, ${rank}::int, ${id}::uuid)`;
}

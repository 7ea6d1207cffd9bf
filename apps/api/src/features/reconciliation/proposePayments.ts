import sql from "sql-template-tag";
import type { Db } from "../../platform/database/db.js";
import { isOutstanding } from "../invoices/invoiceState.js";
import {
  allocated,
  certainOf,
  digitsOf,
  firstWords,
  type OpenInvoice,
  type Payer,
  type PaymentProposal,
  proposalsFor,
  referencesIn,
  wordsOf,
} from "./matchPayments.js";
import type { StoredPaymentMatch } from "./paymentMatch.type.js";

// Rows that are matched at a time: their candidates are held in memory.
const AT_ONCE = 1_000;
/** The most open invoices that are looked at of one customer, and of one amount. */
const MAX_OPEN = 50;
const MAX_OF_AMOUNT = 20;
const MAX_CANDIDATES = 5;
const PLACES = 4;
const UNIT = 10n ** BigInt(PLACES);

/** Ten-thousandths of a plain decimal without a sign. */
function unitsOf(decimal: string): bigint {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return BigInt(whole) * UNIT + BigInt(fraction.slice(0, PLACES).padEnd(PLACES, "0"));
}

/** The plain decimal of ten-thousandths. */
const decimalOf = (units: bigint): string =>
  `${units / UNIT}.${String(units % UNIT).padStart(PLACES, "0")}`;

interface StagedPayment {
  line: number;
  amount: string;
  currency: string;
  direction: string;
  text: string;
  taxIds: string[];
  customerId: string | null;
  decidedId: string | null;
}

interface FoundPayer {
  line: number;
  customerId: string;
  names: string[];
  hasTaxId: boolean;
  invoices: { id: string; number: string; balance: string }[];
}

const WORDS = "[^[:alnum:]]+";

// What is open, with what texts of banks may name it by; each once for all rows of the plan.
async function findOpen(db: Db): Promise<void> {
  await db.execute(sql`
    CREATE TEMP TABLE open_invoices ON COMMIT DROP AS
    SELECT r.id, r.customer_id, r.number, r.currency, r.balance, r.due_on,
      CASE r.kind WHEN 'SALES' THEN 'RECEIVED' ELSE 'PAID' END AS direction,
      regexp_replace(lower(r.number), ${WORDS}, '', 'g') AS reference
    FROM invoices r WHERE r.deleted_at IS NULL AND ${isOutstanding}`);
  await db.execute(sql`CREATE INDEX ON open_invoices (reference)`);
  await db.execute(
    sql`CREATE INDEX ON open_invoices ((ltrim(substring(reference FROM '\\d+$'), '0')))`,
  );
  await db.execute(sql`CREATE INDEX ON open_invoices (customer_id)`);
  await db.execute(sql`CREATE INDEX ON open_invoices (balance)`);
  await db.execute(sql`ANALYZE open_invoices`);
  await db.execute(sql`
    CREATE TEMP TABLE payer_names ON COMMIT DROP AS
    SELECT DISTINCT c.id AS customer_id,
      array_to_string((regexp_split_to_array(btrim(n.name), ${WORDS}))[1:2], ' ') AS words
    FROM customers c CROSS JOIN LATERAL (VALUES (c.name_key), (fold(c.trade_name))) n (name)
    WHERE c.deleted_at IS NULL AND n.name <> '' AND c.id IN (SELECT o.customer_id FROM open_invoices o)`);
  await db.execute(sql`CREATE INDEX ON payer_names (words)`);
  await db.execute(sql`ANALYZE payer_names`);
}

/** The pairs of words of a text, and its longer words alone, as `firstWords` of a name may be. */
function nameKeys(text: string): string[] {
  const words = wordsOf(text);
  const pairs = words.map((_, at) => firstWords(words.slice(at, at + 2).join(" ")));
  return [...new Set([...pairs, ...words.filter((word) => word.length > 3)])];
}

// Who rows may come from, and what of theirs is open.
function findPayers(db: Db, rows: readonly StagedPayment[]): Promise<FoundPayer[]> {
  const asked = rows.map(({ line, amount, currency, direction, text, taxIds, ...one }) => {
    const references = [...referencesIn(text)];
    const digits = references.flatMap((reference) =>
      /^\d+$/.test(reference) ? (digitsOf(reference) ?? []) : [],
    );
    return {
      ...{ line, amount, currency, direction, references, digits, names: nameKeys(text) },
      ...{ tax_ids: taxIds, customer_id: one.customerId, decided_id: one.decidedId },
    };
  });
  return db.rows<FoundPayer>(sql`
    WITH t AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS t (line int, amount numeric, currency text,
        direction text, "references" text[], digits text[], names text[], tax_ids text[], customer_id uuid, decided_id uuid)
    ), named AS (
      SELECT t.line, t.customer_id, false AS by_tax_id FROM t WHERE t.customer_id IS NOT NULL
      UNION ALL SELECT t.line, x.customer_id, true FROM t CROSS JOIN LATERAL unnest(t.tax_ids) k (value)
        JOIN customer_tax_ids x ON x.value = k.value WHERE t.customer_id IS NULL
      UNION ALL SELECT t.line, n.customer_id, false FROM t CROSS JOIN LATERAL unnest(t.names) k (words)
        JOIN payer_names n ON n.words = k.words WHERE t.customer_id IS NULL
      UNION ALL SELECT t.line, o.customer_id, false FROM t CROSS JOIN LATERAL unnest(t."references") k (value)
        JOIN open_invoices o ON o.reference = k.value AND o.currency = t.currency AND o.direction = t.direction
        WHERE t.customer_id IS NULL
      UNION ALL SELECT t.line, o.customer_id, false FROM t CROSS JOIN LATERAL (
          SELECT o.customer_id FROM unnest(t.digits) k (value)
          JOIN open_invoices o ON ltrim(substring(o.reference FROM '\\d+$'), '0') = k.value
          WHERE o.balance = t.amount AND o.currency = t.currency AND o.direction = t.direction LIMIT ${MAX_OF_AMOUNT}) o
        WHERE t.customer_id IS NULL
      UNION ALL SELECT t.line, o.customer_id, false FROM t CROSS JOIN LATERAL (
          SELECT o.customer_id FROM open_invoices o
          WHERE o.balance = t.amount AND o.currency = t.currency AND o.direction = t.direction LIMIT ${MAX_OF_AMOUNT}) o
        WHERE t.customer_id IS NULL
      UNION ALL SELECT t.line, o.customer_id, false FROM t JOIN open_invoices o ON o.id = t.decided_id
      UNION ALL SELECT t.line, c.id, false FROM t JOIN customers c ON c.id = t.decided_id
    ), payers AS (
      SELECT n.line, n.customer_id, bool_or(n.by_tax_id) AS by_tax_id FROM named n GROUP BY 1, 2
    )
    SELECT p.line, c.id AS "customerId", array_remove(ARRAY[c.name_key, fold(c.trade_name)], NULL) AS names,
      p.by_tax_id AS "hasTaxId", coalesce(i.invoices, '[]') AS invoices
    FROM payers p JOIN t ON t.line = p.line JOIN customers c ON c.id = p.customer_id
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('id', o.id, 'number', o.number, 'balance', o.balance::text) ORDER BY o.due_on, o.id) AS invoices
      FROM (
        SELECT o.* FROM open_invoices o
        WHERE o.customer_id = c.id AND o.currency = t.currency AND o.direction = t.direction
        ORDER BY NOT o.reference = ANY(t."references"), o.balance <> t.amount, o.due_on, o.id LIMIT ${MAX_OPEN}
      ) o
    ) i ON true
    WHERE c.deleted_at IS NULL ORDER BY p.line, c.id`);
}

/** What is left open of invoices by the rows that were matched so far. */
class Balances {
  private readonly taken = new Map<string, bigint>();

  of({ id, balance }: FoundPayer["invoices"][number]): bigint {
    return unitsOf(balance) - (this.taken.get(id) ?? 0n);
  }

  take({ allocations }: PaymentProposal): void {
    for (const { invoiceId, amount } of allocations) {
      this.taken.set(invoiceId, (this.taken.get(invoiceId) ?? 0n) + amount);
    }
  }
}

function payersOf(row: StagedPayment, found: readonly FoundPayer[], balances: Balances): Payer[] {
  return found.map(({ customerId, names, hasTaxId, invoices }) => ({
    ...{ id: customerId, names, hasTaxId, isNamed: row.customerId === customerId },
    invoices: invoices.map(
      (one): OpenInvoice => ({ ...one, customerId, balance: balances.of(one) }),
    ),
  }));
}

/** What somebody chose for a row: a proposal, an invoice or a customer; null where that is not open to it any more. */
function chosenOf(
  { decidedId, amount }: StagedPayment,
  proposals: readonly PaymentProposal[],
  payers: readonly Payer[],
): PaymentProposal | null {
  if (decidedId === null) return null;
  const proposed = proposals.find(({ id }) => id === decidedId);
  if (proposed) return proposed;
  const payer = payers.find(
    ({ id, invoices }) => id === decidedId || invoices.some((one) => one.id === decidedId),
  );
  if (!payer) return null;
  const invoices = payer.invoices.filter(({ id, balance }) => id === decidedId && balance > 0n);
  return {
    ...{ id: decidedId, customerId: payer.id, score: 0, reasons: [] },
    allocations: allocated(invoices, unitsOf(amount)),
  };
}

const stored = (
  { customerId, score, reasons, allocations }: PaymentProposal,
  currency: string,
): StoredPaymentMatch => ({
  ...{ customerId, currency, score, reasons },
  allocations: allocations.map(({ invoiceId, amount }) => ({
    invoiceId,
    amount: decimalOf(amount),
  })),
});

interface Proposed {
  line: number;
  customer_id: string | null;
  doubt: string | null;
  candidates: object[] | null;
  proposal: StoredPaymentMatch | null;
}

function proposedFor(row: StagedPayment, payers: readonly Payer[], balances: Balances): Proposed {
  const { line, currency } = row;
  const transaction = { amount: unitsOf(row.amount), text: row.text };
  const proposals = proposalsFor(transaction, payers);
  const taken = chosenOf(row, proposals, payers) ?? certainOf(proposals);
  if (taken) {
    balances.take(taken);
    return {
      ...{ line, customer_id: taken.customerId, doubt: null, candidates: null },
      proposal: stored(taken, currency),
    };
  }
  const candidates = proposals
    .slice(0, MAX_CANDIDATES)
    .map((one) => ({ id: one.id, changes: null, proposal: stored(one, currency) }));
  return {
    ...{ line, customer_id: null, proposal: null },
    doubt: candidates.length > 0 ? "payment_uncertain" : "payment_unmatched",
    candidates: candidates.length > 0 ? candidates : null,
  };
}

async function propose(db: Db, rows: readonly StagedPayment[], balances: Balances): Promise<void> {
  const found = Map.groupBy(await findPayers(db, rows), ({ line }) => line);
  const proposed = rows.map((row) =>
    proposedFor(row, payersOf(row, found.get(row.line) ?? [], balances), balances),
  );
  const all = JSON.stringify(proposed);
  await db.execute(sql`
    INSERT INTO proposed (line, doubt, candidates, proposal)
    SELECT p.line, p.doubt, nullif(p.candidates, 'null'), nullif(p.proposal, 'null')
    FROM jsonb_to_recordset(${all}::jsonb) AS p (line int, doubt text, candidates jsonb, proposal jsonb)`);
  await db.execute(sql`
    UPDATE staged s SET customer_id = p.customer_id
    FROM jsonb_to_recordset(${all}::jsonb) AS p (line int, customer_id uuid) WHERE p.line = s.line`);
}

/**
 * Proposes for each staged payment whose it is and which open invoices it pays: by what the file says of the customer, by
 * numbers of invoices, tax IDs and names in its text, and by its amount. What one row takes of an invoice is not
 * proposed to another; rows that somebody decided on come first.
 */
export async function proposePayments(db: Db): Promise<void> {
  // A payer that is no customer, or that may be several, is no mistake of the row.
  await db.execute(sql`
    UPDATE staged s SET owner_problem = NULL,
      customer_id = CASE WHEN s.line NOT IN (SELECT m.line FROM matched m) THEN s.customer_id END`);
  const open = await db.rows<StagedPayment>(sql`
    SELECT s.line, s.amount, s.currency, s.direction, s.text, coalesce(s.tax_ids::jsonb, '[]') AS "taxIds",
      s.customer_id AS "customerId", CASE s.decision WHEN 'UPDATE' THEN s.decided_id END AS "decidedId"
    FROM staged s
    WHERE s.line NOT IN (SELECT m.line FROM matched m) AND s.line NOT IN (SELECT u.line FROM undecided u)
      AND s.line NOT IN (SELECT r.line FROM repeats r)
    ORDER BY s.decision IS NULL, s.line`);
  if (open.length === 0) return;
  await findOpen(db);
  const balances = new Balances();
  for (let from = 0; from < open.length; from += AT_ONCE) {
    await propose(db, open.slice(from, from + AT_ONCE), balances);
  }
}

/** Whether a record may be chosen for a row: a customer, or an invoice. What is made of several invoices is proposed only. */
export async function mayBePaid(db: Db, id: string): Promise<boolean> {
  const found = await db.row(sql`
    SELECT 1 WHERE EXISTS (SELECT 1 FROM customers c WHERE c.id = ${id}::uuid AND c.deleted_at IS NULL)
      OR EXISTS (SELECT 1 FROM invoices r WHERE r.id = ${id}::uuid AND r.deleted_at IS NULL AND ${isOutstanding})
      OR EXISTS (SELECT 1 FROM import_plan p WHERE p.candidates @> ${JSON.stringify([{ id }])}::jsonb)`);
  return found !== null;
}

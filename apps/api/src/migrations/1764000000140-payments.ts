import type { MigrationInterface, QueryRunner } from "typeorm";

/** Marks the payments of invoices that a demo brought as its own. */
export const MARK_DEMO_PAYMENTS = `
  INSERT INTO demo_records (id, table_name)
  SELECT DISTINCT e.payment_id, 'payments' FROM ledger_entries e
  JOIN demo_records d ON d.id = e.invoice_id AND d.table_name = 'invoices'
  ON CONFLICT DO NOTHING`;

/**
 * Adds payments and the ledger that says what they pay. What invoices had been paid becomes a payment each; where its
 * day is not known it stays unknown, and the ledger takes the invoice's.
 */
export class Payments1764000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE payments (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        customer_id uuid NOT NULL REFERENCES customers,
        direction text NOT NULL CHECK (direction IN ('RECEIVED', 'PAID')),
        paid_on date,
        amount numeric(19, 4) NOT NULL CHECK (amount > 0),
        currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
        allocated numeric(19, 4) NOT NULL DEFAULT 0,
        method text CHECK (length(method) BETWEEN 1 AND 60),
        reference text CHECK (length(reference) BETWEEN 1 AND 100),
        note text CHECK (length(note) BETWEEN 1 AND 10000),
        reversed_on date,
        reversal_reason text CHECK (length(reversal_reason) BETWEEN 1 AND 200),
        deleted_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CHECK (allocated BETWEEN 0 AND amount),
        CHECK (reversed_on IS NULL OR allocated = 0)
      );
      CREATE INDEX payments_customer_idx ON payments (customer_id, (coalesce(paid_on, '-infinity'::date)), id) WHERE deleted_at IS NULL;
      CREATE INDEX payments_any_customer_idx ON payments (customer_id);
      CREATE INDEX payments_paid_idx ON payments ((coalesce(paid_on, '-infinity'::date)), id) WHERE deleted_at IS NULL;

      -- It names payments and invoices by id alone: entries outlive both, and no merge touches them.
      CREATE TABLE ledger_entries (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('RECEIPT', 'ALLOCATION', 'REVERSAL')),
        payment_id uuid NOT NULL,
        invoice_id uuid,
        amount numeric(19, 4) NOT NULL,
        reverses bigint UNIQUE REFERENCES ledger_entries,
        occurred_on date NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK ((kind = 'REVERSAL') = (reverses IS NOT NULL)),
        CHECK ((kind = 'REVERSAL') = (amount < 0) AND amount <> 0),
        CHECK (kind = 'REVERSAL' OR (kind = 'ALLOCATION') = (invoice_id IS NOT NULL))
      );
      CREATE INDEX ledger_entries_payment_idx ON ledger_entries (payment_id) INCLUDE (invoice_id, amount);
      CREATE INDEX ledger_entries_invoice_idx ON ledger_entries (invoice_id) INCLUDE (payment_id, amount) WHERE invoice_id IS NOT NULL;

      CREATE FUNCTION guard_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
        END
      $$;
      CREATE TRIGGER ledger_is_append_only BEFORE UPDATE ON ledger_entries
        FOR EACH ROW EXECUTE FUNCTION guard_ledger();
      -- Those who serve may delete no entry; what a demo brought goes with it.
      CREATE FUNCTION remove_demo_ledger(customer_ids uuid[]) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_catalog
        AS $$
          DELETE FROM ledger_entries e USING payments p JOIN demo_records d ON d.id = p.id
          WHERE e.payment_id = p.id AND p.customer_id = ANY (customer_ids)
        $$;

      WITH paid AS MATERIALIZED (SELECT uuid_v7() AS payment_id, i.* FROM invoices i WHERE i.paid > 0),
      made AS (
        INSERT INTO payments (id, customer_id, direction, paid_on, amount, currency, allocated)
        SELECT payment_id, customer_id, CASE kind WHEN 'SALES' THEN 'RECEIVED' ELSE 'PAID' END, paid_on, paid, currency, paid
        FROM paid
      )
      INSERT INTO ledger_entries (kind, payment_id, invoice_id, amount, occurred_on)
      SELECT e.kind, p.payment_id, CASE e.kind WHEN 'ALLOCATION' THEN p.id END, p.paid, coalesce(p.paid_on, p.issued_on)
      FROM paid p CROSS JOIN (VALUES ('RECEIPT'), ('ALLOCATION')) e (kind);
      ${MARK_DEMO_PAYMENTS};

      CREATE TRIGGER external_ids_trashed AFTER UPDATE OF deleted_at ON payments FOR EACH ROW
        WHEN ((OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL)) EXECUTE FUNCTION external_ids_follow_record();
      CREATE TRIGGER external_ids_deleted AFTER DELETE ON payments FOR EACH ROW
        EXECUTE FUNCTION external_ids_follow_record();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION remove_demo_ledger(uuid[]);
      DROP TABLE ledger_entries, payments;
      DROP FUNCTION guard_ledger();
    `);
  }
}

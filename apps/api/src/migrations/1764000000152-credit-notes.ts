import type { MigrationInterface, QueryRunner } from "typeorm";

/** Adds credit notes with their lines, and lets entries of the ledger be of a credit note in place of a payment. */
export class CreditNotes1764000000152 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      CREATE TABLE credit_notes (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        customer_id uuid NOT NULL REFERENCES customers,
        invoice_id uuid REFERENCES invoices ON DELETE SET NULL,
        number text NOT NULL UNIQUE,
        kind text NOT NULL CHECK (kind IN ('SALES', 'PURCHASE')),
        issued_on date NOT NULL,
        currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
        total numeric(19, 4) NOT NULL CHECK (total > 0),
        tax numeric(19, 4) NOT NULL DEFAULT 0,
        allocated numeric(19, 4) NOT NULL DEFAULT 0,
        reference text CHECK (length(reference) BETWEEN 1 AND 100),
        notes text CHECK (length(notes) BETWEEN 1 AND 10000),
        cancelled_on date,
        cancellation_reason text CHECK (length(cancellation_reason) BETWEEN 1 AND 200),
        deleted_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CHECK (allocated BETWEEN 0 AND total),
        CHECK (cancelled_on IS NULL OR allocated = 0)
      );
      CREATE INDEX credit_notes_customer_idx ON credit_notes (customer_id, issued_on, id) WHERE deleted_at IS NULL;
      CREATE INDEX credit_notes_any_customer_idx ON credit_notes (customer_id);
      CREATE INDEX credit_notes_issued_idx ON credit_notes (issued_on, id) WHERE deleted_at IS NULL;
      CREATE INDEX credit_notes_invoice_idx ON credit_notes (invoice_id) WHERE invoice_id IS NOT NULL;

      CREATE TABLE credit_note_lines (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        credit_note_id uuid NOT NULL REFERENCES credit_notes ON DELETE CASCADE,
        position integer NOT NULL CHECK (position > 0),
        description text NOT NULL CHECK (length(description) BETWEEN 1 AND 500),
        quantity numeric(14, 4) NOT NULL CHECK (quantity > 0),
        unit text CHECK (length(unit) BETWEEN 1 AND 20),
        unit_price numeric(19, 4) NOT NULL,
        discount numeric(7, 4) NOT NULL DEFAULT 0 CHECK (discount BETWEEN 0 AND 100),
        tax_rate numeric(7, 4) NOT NULL DEFAULT 0 CHECK (tax_rate BETWEEN 0 AND 100),
        total numeric(19, 4) NOT NULL,
        UNIQUE (credit_note_id, position)
      );

      ALTER TABLE ledger_entries
        ADD COLUMN credit_note_id uuid,
        ALTER COLUMN payment_id DROP NOT NULL,
        DROP CONSTRAINT ledger_entries_kind_check,
        ADD CONSTRAINT ledger_entries_kind_check CHECK (kind IN ('RECEIPT', 'CREDIT', 'ALLOCATION', 'REVERSAL')) NOT VALID,
        ADD CONSTRAINT ledger_entries_source_check CHECK (num_nonnulls(payment_id, credit_note_id) = 1) NOT VALID,
        ADD CONSTRAINT ledger_entries_entry_check
          CHECK (kind NOT IN ('RECEIPT', 'CREDIT') OR (kind = 'RECEIPT') = (payment_id IS NOT NULL)) NOT VALID;
      CREATE INDEX ledger_entries_credit_note_idx ON ledger_entries (credit_note_id) INCLUDE (invoice_id, amount)
        WHERE credit_note_id IS NOT NULL;

      CREATE TRIGGER external_ids_trashed AFTER UPDATE OF deleted_at ON credit_notes FOR EACH ROW
        WHEN ((OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL)) EXECUTE FUNCTION external_ids_follow_record();
      CREATE TRIGGER external_ids_deleted AFTER DELETE ON credit_notes FOR EACH ROW
        EXECUTE FUNCTION external_ids_follow_record();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ledger_entries DISABLE TRIGGER ledger_is_append_only;
      DELETE FROM ledger_entries WHERE credit_note_id IS NOT NULL;
      ALTER TABLE ledger_entries ENABLE TRIGGER ledger_is_append_only;
      ALTER TABLE ledger_entries
        DROP COLUMN credit_note_id,
        ALTER COLUMN payment_id SET NOT NULL,
        DROP CONSTRAINT ledger_entries_entry_check,
        DROP CONSTRAINT ledger_entries_kind_check,
        ADD CONSTRAINT ledger_entries_kind_check CHECK (kind IN ('RECEIPT', 'ALLOCATION', 'REVERSAL'));
      DROP TABLE credit_note_lines, credit_notes;
    `);
  }
}

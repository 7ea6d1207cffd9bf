import type { MigrationInterface, QueryRunner } from "typeorm";

/** Adds what customers promise to pay, until when. Whether it was kept is read from payments and the ledger. */
export class PromisesToPay1764000000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      CREATE TABLE promises_to_pay (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        customer_id uuid NOT NULL REFERENCES customers,
        made_on date NOT NULL,
        due_on date NOT NULL CHECK (due_on >= made_on),
        amount numeric(19, 4) NOT NULL CHECK (amount > 0),
        currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
        contact_id uuid,
        invoice_ids uuid[] NOT NULL DEFAULT '{}' CHECK (cardinality(invoice_ids) <= 100),
        note text CHECK (length(note) BETWEEN 1 AND 10000),
        created_by_id uuid REFERENCES users,
        deleted_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX promises_to_pay_customer_idx ON promises_to_pay (customer_id, due_on, id) WHERE deleted_at IS NULL;
      CREATE INDEX promises_to_pay_any_customer_idx ON promises_to_pay (customer_id);
      CREATE INDEX promises_to_pay_due_idx ON promises_to_pay (due_on, id) WHERE deleted_at IS NULL;
      CREATE INDEX promises_to_pay_created_by_idx ON promises_to_pay (created_by_id) WHERE created_by_id IS NOT NULL;
      CREATE TRIGGER external_ids_trashed AFTER UPDATE OF deleted_at ON promises_to_pay FOR EACH ROW
        WHEN ((OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL)) EXECUTE FUNCTION external_ids_follow_record();
      CREATE TRIGGER external_ids_deleted AFTER DELETE ON promises_to_pay FOR EACH ROW
        EXECUTE FUNCTION external_ids_follow_record();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE promises_to_pay");
  }
}

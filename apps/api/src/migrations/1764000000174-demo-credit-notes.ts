import type { MigrationInterface, QueryRunner } from "typeorm";

const removing = (sources: string) => `
  CREATE OR REPLACE FUNCTION remove_demo_ledger(customer_ids uuid[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_catalog
    AS $$ ${sources} $$`;

const OF_PAYMENTS = `
  DELETE FROM ledger_entries e USING payments p JOIN demo_records d ON d.id = p.id
  WHERE e.payment_id = p.id AND p.customer_id = ANY (customer_ids);`;
const OF_CREDIT_NOTES = `
  DELETE FROM ledger_entries e USING credit_notes n JOIN demo_records d ON d.id = n.id
  WHERE e.credit_note_id = n.id AND n.customer_id = ANY (customer_ids);`;

/** The entries of a demo's credit notes go with it, as those of its payments do. */
export class DemoCreditNotes1764000000174 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(removing(OF_PAYMENTS + OF_CREDIT_NOTES));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(removing(OF_PAYMENTS));
  }
}

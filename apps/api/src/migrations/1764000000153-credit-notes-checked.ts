import type { MigrationInterface, QueryRunner } from "typeorm";

/** Proves that entries from before credit notes satisfy the constraints of the ledger. */
export class CreditNotesChecked1764000000153 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      ALTER TABLE ledger_entries
        VALIDATE CONSTRAINT ledger_entries_kind_check,
        VALIDATE CONSTRAINT ledger_entries_source_check,
        VALIDATE CONSTRAINT ledger_entries_entry_check`);
  }

  // A constraint that was proven stays so.
  async down(): Promise<void> {}
}

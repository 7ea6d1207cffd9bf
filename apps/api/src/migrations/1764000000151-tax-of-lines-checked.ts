import type { MigrationInterface, QueryRunner } from "typeorm";

/** Proves that lines from before discounts and taxes satisfy their constraints. */
export class TaxOfLinesChecked1764000000151 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("SET LOCAL lock_timeout = '10s'");
    for (const document of ["quote", "order", "invoice"]) {
      await runner.query(`
        ALTER TABLE ${document}_lines
          VALIDATE CONSTRAINT ${document}_lines_unit_check,
          VALIDATE CONSTRAINT ${document}_lines_discount_check,
          VALIDATE CONSTRAINT ${document}_lines_tax_rate_check`);
    }
  }

  // A constraint that was proven stays so.
  async down(): Promise<void> {}
}

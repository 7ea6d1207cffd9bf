import type { MigrationInterface, QueryRunner } from "typeorm";

const DOCUMENTS = ["quote", "order", "invoice"] as const;

/**
 * Adds unit, discount and tax rate to the lines of documents, and the tax to documents. Lines so far have neither discount
 * nor tax, so that what they come to stays the same.
 */
export class TaxOfLines1764000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("SET LOCAL lock_timeout = '10s'");
    for (const document of DOCUMENTS) {
      // Defaults are kept apart from the rows, and constraints checked by the next migration, so that nothing is rewritten.
      await runner.query(`
        ALTER TABLE ${document}s ADD COLUMN tax numeric(19, 4) NOT NULL DEFAULT 0;
        ALTER TABLE ${document}_lines
          ADD COLUMN unit text,
          ADD COLUMN discount numeric(7, 4) NOT NULL DEFAULT 0,
          ADD COLUMN tax_rate numeric(7, 4) NOT NULL DEFAULT 0,
          ADD CONSTRAINT ${document}_lines_unit_check CHECK (length(unit) BETWEEN 1 AND 20) NOT VALID,
          ADD CONSTRAINT ${document}_lines_discount_check CHECK (discount BETWEEN 0 AND 100) NOT VALID,
          ADD CONSTRAINT ${document}_lines_tax_rate_check CHECK (tax_rate BETWEEN 0 AND 100) NOT VALID`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const document of DOCUMENTS) {
      await runner.query(`
        ALTER TABLE ${document}_lines DROP COLUMN unit, DROP COLUMN discount, DROP COLUMN tax_rate;
        ALTER TABLE ${document}s DROP COLUMN tax`);
    }
  }
}

import type { MigrationInterface, QueryRunner } from "typeorm";

/** Finds customers by a part of their city's name without reading them all. */
export class CitySearch1764000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("SET LOCAL lock_timeout = '10s'");
    await runner.query(`
      CREATE INDEX customers_city_search_idx ON customers USING gin (city_key gin_trgm_ops)
      WHERE deleted_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX customers_city_search_idx");
  }
}

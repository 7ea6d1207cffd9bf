import type { MigrationInterface, QueryRunner } from "typeorm";

/** Customers that were merged: where their ids lead now, and what undoing it takes. */
export class Merges1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE customer_merges (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        survivor_id uuid NOT NULL REFERENCES customers,
        -- What the survivor got: field -> [old, new]; and whose ids in other systems.
        changes jsonb NOT NULL DEFAULT '{}',
        external_ids jsonb NOT NULL DEFAULT '[]',
        undoable_until timestamptz NOT NULL,
        undone_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX customer_merges_survivor_idx ON customer_merges (survivor_id, id);

      -- The customer that each merged one is now, also after that one was merged in turn.
      CREATE TABLE merged_customers (
        id uuid PRIMARY KEY REFERENCES customers,
        merge_id uuid NOT NULL REFERENCES customer_merges,
        survivor_id uuid NOT NULL REFERENCES customers
      );
      CREATE INDEX merged_customers_survivor_idx ON merged_customers (survivor_id);
      CREATE INDEX merged_customers_merge_idx ON merged_customers (merge_id);

      -- Whose each moved record was; flagged where it was the one of its kind, such as the primary contact.
      CREATE TABLE merge_moves (
        merge_id uuid NOT NULL REFERENCES customer_merges ON DELETE CASCADE,
        moved text NOT NULL,
        record_id uuid NOT NULL,
        from_id uuid NOT NULL,
        flagged boolean NOT NULL DEFAULT false,
        PRIMARY KEY (merge_id, moved, record_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE merge_moves, merged_customers, customer_merges");
  }
}

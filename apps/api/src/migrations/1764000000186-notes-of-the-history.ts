import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Copies the notes that the history holds into the table of notes, with their authors and times. The history keeps its
 * entries. A note of a merged customer goes to the customer that it is now, and undoing the merge returns it; one that
 * a demo brought is removed with the demo. Reads the history without locking it.
 */
export const COPY_NOTES_OF_THE_HISTORY = `
  WITH RECURSIVE found AS MATERIALIZED (
    SELECT uuid_v7() AS id, a.customer_id AS origin, a.note, a.actor_kind, a.actor_id, a.created_at,
      a.transaction_id = ANY ((SELECT demo_transactions())::bigint[]) AS demo
    FROM activity a WHERE a.action = 'note_added' AND a.note IS NOT NULL
  ), path (origin, owner) AS (
    SELECT m.id, m.id FROM merged_customers m
    UNION
    SELECT p.origin, c.survivor_id
    FROM path p JOIN merged_customers m ON m.id = p.owner JOIN customer_merges c ON c.id = m.merge_id
  ), copied AS (
    INSERT INTO notes (id, customer_id, text, created_by_id, created_at, updated_at)
    SELECT f.id, c.id, f.note, u.id, f.created_at, f.created_at
    FROM found f
      LEFT JOIN merged_customers m ON m.id = f.origin
      JOIN customers c ON c.id = coalesce(m.survivor_id, f.origin)
      LEFT JOIN users u ON f.actor_kind = 'USER' AND u.id = f.actor_id
    RETURNING id
  ), moved AS (
    INSERT INTO merge_moves (merge_id, moved, record_id, from_id)
    SELECT m.merge_id, 'notes', f.id, p.owner
    FROM found f JOIN copied n ON n.id = f.id
      JOIN path p ON p.origin = f.origin JOIN merged_customers m ON m.id = p.owner
  )
  INSERT INTO demo_records (id, table_name) SELECT f.id, 'notes' FROM found f JOIN copied n ON n.id = f.id WHERE f.demo`;

/** Moves notes from the history to their table. */
export class NotesOfTheHistory1764000000186 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("SET LOCAL statement_timeout = 0");
    await runner.query(COPY_NOTES_OF_THE_HISTORY);
  }

  // The history still has them as they were written.
  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM merge_moves WHERE moved = 'notes'; DELETE FROM notes");
  }
}

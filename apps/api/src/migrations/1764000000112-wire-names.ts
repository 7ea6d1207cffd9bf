import type { MigrationInterface, QueryRunner } from "typeorm";

const CLASSES = ["NEW", "UPDATE", "UNCHANGED", "DUPLICATE", "UNDECIDED", "ERROR", "LINE"];

/** Stored names follow the names of the API: skipped rows, the status of a response, and archived records of exports. */
export class WireNames1764000000112 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rename(runner, { class: ["LEFT_OUT", "SKIPPED"], count: ["leftOut", "skipped"] });
    await renameKey(runner, "exports", "question", "everything", "includeArchived");
    await runner.query(
      "ALTER TABLE webhook_deliveries RENAME COLUMN answer_status TO response_status",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await rename(runner, { class: ["SKIPPED", "LEFT_OUT"], count: ["skipped", "leftOut"] });
    await renameKey(runner, "exports", "question", "includeArchived", "everything");
    await runner.query(
      "ALTER TABLE webhook_deliveries RENAME COLUMN response_status TO answer_status",
    );
  }
}

type FromTo = readonly [from: string, to: string];

async function rename(runner: QueryRunner, names: { class: FromTo; count: FromTo }): Promise<void> {
  const [from, to] = names.class;
  await runner.query("ALTER TABLE import_plan DROP CONSTRAINT import_plan_class_check");
  await runner.query("UPDATE import_plan SET class = $2 WHERE class = $1", [from, to]);
  const allowed = [...CLASSES, to].map((name) => `'${name}'`).join(", ");
  await runner.query(
    `ALTER TABLE import_plan ADD CONSTRAINT import_plan_class_check CHECK (class IN (${allowed}))`,
  );
  await renameKey(runner, "imports", "counts", ...names.count);
}

async function renameKey(
  runner: QueryRunner,
  table: string,
  column: string,
  from: string,
  to: string,
): Promise<void> {
  await runner.query(
    `UPDATE ${table} SET ${column} = ${column} - $1::text || jsonb_build_object($2::text, ${column}->$1::text)
     WHERE ${column} ? $1::text`,
    [from, to],
  );
}

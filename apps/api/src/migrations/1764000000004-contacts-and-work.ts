import type { MigrationInterface, QueryRunner } from "typeorm";

/** People at customers, and the work done for them: projects, time, tasks. */
export class ContactsAndWork1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contacts (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        customer_id uuid NOT NULL REFERENCES customers ON DELETE CASCADE,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        job_title text CHECK (length(job_title) BETWEEN 1 AND 200),
        email text CHECK (length(email) BETWEEN 3 AND 254),
        phone text CHECK (length(phone) BETWEEN 3 AND 40),
        is_primary boolean NOT NULL DEFAULT false,
        notes text CHECK (length(notes) BETWEEN 1 AND 10000),
        name_key text COLLATE "C" GENERATED ALWAYS AS (fold(name)) STORED,
        deleted_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1
      );
      CREATE INDEX contacts_customer_idx ON contacts (customer_id, is_primary DESC, name_key, id) WHERE deleted_at IS NULL;
      CREATE UNIQUE INDEX contacts_one_primary_key ON contacts (customer_id) WHERE is_primary AND deleted_at IS NULL;

      CREATE TABLE projects (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        customer_id uuid NOT NULL REFERENCES customers,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        description text CHECK (length(description) BETWEEN 1 AND 10000),
        status text NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('PLANNED', 'ACTIVE', 'ON_HOLD', 'DONE', 'CANCELLED')),
        starts_on date,
        due_on date,
        budget_minutes integer CHECK (budget_minutes BETWEEN 0 AND 60000000),
        name_key text COLLATE "C" GENERATED ALWAYS AS (fold(name)) STORED,
        deleted_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CHECK (due_on >= starts_on),
        -- What lets time entries and tasks prove that their project is their customer's.
        UNIQUE (id, customer_id)
      );
      CREATE INDEX projects_customer_idx ON projects (customer_id, created_at, id) INCLUDE (status) WHERE deleted_at IS NULL;

      CREATE TABLE time_entries (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        project_id uuid NOT NULL,
        -- The project's customer, repeated so that a customer's hours are one index scan.
        customer_id uuid NOT NULL,
        user_id uuid REFERENCES users ON DELETE SET NULL,
        worked_on date NOT NULL,
        minutes integer NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
        note text CHECK (length(note) BETWEEN 1 AND 2000),
        deleted_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        FOREIGN KEY (project_id, customer_id) REFERENCES projects (id, customer_id) ON UPDATE CASCADE
      );
      CREATE INDEX time_entries_project_idx ON time_entries (project_id, worked_on, id) INCLUDE (minutes) WHERE deleted_at IS NULL;
      CREATE INDEX time_entries_customer_idx ON time_entries (customer_id) INCLUDE (minutes) WHERE deleted_at IS NULL;
      CREATE INDEX time_entries_user_idx ON time_entries (user_id) WHERE user_id IS NOT NULL;

      CREATE TABLE tasks (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        customer_id uuid NOT NULL REFERENCES customers,
        project_id uuid,
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
        description text CHECK (length(description) BETWEEN 1 AND 10000),
        status text NOT NULL DEFAULT 'TODO' CHECK (status IN ('TODO', 'IN_PROGRESS', 'DONE')),
        priority text NOT NULL DEFAULT 'NORMAL' CHECK (priority IN ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
        due_on date,
        done_at timestamptz,
        assignee_id uuid REFERENCES users ON DELETE SET NULL,
        title_key text COLLATE "C" GENERATED ALWAYS AS (fold(title)) STORED,
        deleted_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CHECK ((status = 'DONE') = (done_at IS NOT NULL)),
        FOREIGN KEY (project_id, customer_id) REFERENCES projects (id, customer_id) ON UPDATE CASCADE
      );
      -- A task without a due date sorts last.
      CREATE INDEX tasks_customer_idx ON tasks (customer_id, (coalesce(due_on, 'infinity'::date)), id) INCLUDE (status, due_on) WHERE deleted_at IS NULL;
      CREATE INDEX tasks_project_idx ON tasks (project_id, (coalesce(due_on, 'infinity'::date)), id) INCLUDE (status) WHERE deleted_at IS NULL AND project_id IS NOT NULL;
      -- The work that is left, of everyone and of one person; what was done piles up beside it.
      CREATE INDEX tasks_open_idx ON tasks ((coalesce(due_on, 'infinity'::date)), id) WHERE deleted_at IS NULL AND status <> 'DONE';
      CREATE INDEX tasks_assignee_idx ON tasks (assignee_id, (coalesce(due_on, 'infinity'::date)), id) WHERE deleted_at IS NULL AND status <> 'DONE' AND assignee_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE tasks, time_entries, projects, contacts");
  }
}

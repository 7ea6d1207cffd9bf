import type { MigrationInterface, QueryRunner } from "typeorm";

/** Teams, and roles whose people do not see all customers. */
export class RecordAccess1764000000122 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE teams (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX teams_name_key ON teams (fold(name));
      CREATE TABLE team_members (
        team_id uuid NOT NULL REFERENCES teams ON DELETE CASCADE,
        user_id uuid NOT NULL REFERENCES users,
        PRIMARY KEY (team_id, user_id)
      );
      CREATE INDEX team_members_user_idx ON team_members (user_id, team_id);

      ALTER TABLE access_roles ADD COLUMN record_access text NOT NULL DEFAULT 'ALL'
        CHECK (record_access IN ('ALL', 'TEAM', 'OWN') AND (record_access = 'ALL' OR own_permissions IS NOT NULL));
      DROP TRIGGER access_roles_tell_change ON access_roles;
      CREATE TRIGGER access_roles_tell_change AFTER UPDATE OF own_permissions, record_access ON access_roles
        FOR EACH ROW WHEN ((OLD.own_permissions, OLD.record_access) IS DISTINCT FROM (NEW.own_permissions, NEW.record_access))
        EXECUTE FUNCTION tell_role_change();

      -- Under which access they were begun: what they hold is what was seen then.
      ALTER TABLE imports ADD COLUMN record_access text NOT NULL DEFAULT 'ALL';
      ALTER TABLE exports ADD COLUMN record_access text NOT NULL DEFAULT 'ALL';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE imports DROP COLUMN record_access;
      ALTER TABLE exports DROP COLUMN record_access;
      DROP TRIGGER access_roles_tell_change ON access_roles;
      ALTER TABLE access_roles DROP COLUMN record_access;
      CREATE TRIGGER access_roles_tell_change AFTER UPDATE OF own_permissions ON access_roles
        FOR EACH ROW WHEN (OLD.own_permissions IS DISTINCT FROM NEW.own_permissions)
        EXECUTE FUNCTION tell_role_change();
      DROP TABLE team_members;
      DROP TABLE teams;
    `);
  }
}

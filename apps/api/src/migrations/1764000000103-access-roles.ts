import type { MigrationInterface, QueryRunner } from "typeorm";

/** Roles of one's own beside the five presets, which have no permissions here: theirs stand in the code. */
export class AccessRoles1764000000103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access_roles (
        id uuid PRIMARY KEY DEFAULT uuid_v7(),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
        based_on text NOT NULL CHECK (based_on IN ('admin', 'sales', 'finance', 'projects', 'viewer')),
        own_permissions text[],
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX access_roles_name_key ON access_roles (fold(name));
      INSERT INTO access_roles (name, based_on)
      SELECT preset, preset FROM unnest(ARRAY['admin', 'sales', 'finance', 'projects', 'viewer']) preset;

      ALTER TABLE users ADD COLUMN access_role_id uuid REFERENCES access_roles;
      CREATE INDEX users_access_role_idx ON users (access_role_id) WHERE access_role_id IS NOT NULL;

      -- What people have open is looked at again when their role, or what their role grants, changes.
      DROP TRIGGER users_tell_access ON users;
      CREATE TRIGGER users_tell_access AFTER UPDATE OF role, access_role_id, disabled_at ON users
        FOR EACH ROW WHEN ((OLD.role, OLD.access_role_id, OLD.disabled_at)
          IS DISTINCT FROM (NEW.role, NEW.access_role_id, NEW.disabled_at))
        EXECUTE FUNCTION tell_access_change('id');
      CREATE FUNCTION tell_role_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('clientela_events', jsonb_build_object(
          'name', 'access.changed', 'id', u.id, 'customerId', NULL)::text)
        FROM users u WHERE u.access_role_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER access_roles_tell_change AFTER UPDATE OF own_permissions ON access_roles
        FOR EACH ROW WHEN (OLD.own_permissions IS DISTINCT FROM NEW.own_permissions)
        EXECUTE FUNCTION tell_role_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER users_tell_access ON users;
      ALTER TABLE users DROP COLUMN access_role_id;
      DROP TABLE access_roles;
      DROP FUNCTION tell_role_change();
      CREATE TRIGGER users_tell_access AFTER UPDATE OF role, disabled_at ON users
        FOR EACH ROW WHEN ((OLD.role, OLD.disabled_at) IS DISTINCT FROM (NEW.role, NEW.disabled_at))
        EXECUTE FUNCTION tell_access_change('id');
    `);
  }
}

import type { MigrationInterface, QueryRunner } from "typeorm";

/** Tells every process whose access changed, by whatever door, so that what they hold open is looked at again. */
export class AccessChanges1764000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      -- The argument names the column that says whose access it was: a user's or a key's id.
      CREATE FUNCTION tell_access_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('clientela_events', jsonb_build_object(
          'name', 'access.changed', 'id', to_jsonb(OLD) ->> TG_ARGV[0], 'customerId', NULL)::text);
        RETURN NULL;
      END $$;

      CREATE TRIGGER sessions_tell_end AFTER DELETE ON sessions
        FOR EACH ROW EXECUTE FUNCTION tell_access_change('user_id');
      CREATE TRIGGER users_tell_access AFTER UPDATE OF role, disabled_at ON users
        FOR EACH ROW WHEN ((OLD.role, OLD.disabled_at) IS DISTINCT FROM (NEW.role, NEW.disabled_at))
        EXECUTE FUNCTION tell_access_change('id');
      CREATE TRIGGER api_keys_tell_revocation AFTER UPDATE OF revoked_at ON api_keys
        FOR EACH ROW WHEN (OLD.revoked_at IS DISTINCT FROM NEW.revoked_at)
        EXECUTE FUNCTION tell_access_change('id');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP FUNCTION tell_access_change CASCADE");
  }
}

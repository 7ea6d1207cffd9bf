import type { MigrationInterface, QueryRunner } from "typeorm";

/** Takes from API keys the scopes that give access, which are for persons alone; a key of nothing else is revoked. */
export class ScopesOfPersons1764000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL lock_timeout = '10s';
      UPDATE api_keys SET revoked_at = now(), updated_at = now(), version = version + 1
      WHERE revoked_at IS NULL AND scopes <@ ARRAY['users:write', 'keys:write'];
      UPDATE api_keys
      SET scopes = array_remove(array_remove(scopes, 'users:write'), 'keys:write'), updated_at = now(), version = version + 1
      WHERE scopes && ARRAY['users:write', 'keys:write'] AND NOT scopes <@ ARRAY['users:write', 'keys:write'];
    `);
  }

  async down(): Promise<void> {
    // Which keys had them is not known any more.
  }
}

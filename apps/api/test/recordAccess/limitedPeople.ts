import { NEED_ALL_CUSTOMERS } from "@clientela/shared/records/recordAccess";
import { PERMISSIONS } from "@clientela/shared/records/roles";
import sql from "sql-template-tag";
import type { RecordAccess } from "../../src/platform/database/recordScope.js";
import type { Caller, TestServer } from "../server.js";

/** Gives a person everything that a role of this access can grant. */
export async function limit(
  { db }: TestServer,
  { userId }: Pick<Caller, "userId">,
  access: RecordAccess,
): Promise<void> {
  const permissions = PERMISSIONS.filter((one) => !NEED_ALL_CUSTOMERS.includes(one));
  await db.execute(sql`
    WITH role AS (
      INSERT INTO access_roles (name, based_on, own_permissions, record_access)
      VALUES (${`${access} ${userId}`}, 'admin', ${permissions}::text[], ${access}) RETURNING id)
    UPDATE users SET access_role_id = role.id FROM role WHERE users.id = ${userId}::uuid`);
}

/** Somebody who is signed in, and sees the customers of an access alone. */
export async function limitedPerson(server: TestServer, access: RecordAccess): Promise<Caller> {
  const person = await server.signIn("admin");
  await limit(server, person, access);
  return person;
}

/** Puts people into one team. */
export async function teamOf({ db }: TestServer, people: readonly Caller[]): Promise<void> {
  const ids = people.map(({ userId }) => userId);
  await db.execute(sql`
    WITH team AS (INSERT INTO teams (name) VALUES (left(${ids.join()}::text, 60)) RETURNING id)
    INSERT INTO team_members (team_id, user_id) SELECT team.id, p.id FROM team, unnest(${ids}::uuid[]) p (id)`);
}

import sql from "sql-template-tag";
import { selectList } from "../../../platform/database/columns.js";
import { isOneOfKeys } from "../../../platform/lists/keys.js";
import type { BatchLoader } from "../../../platform/readContext.js";
import { rowsById } from "../../../platform/records/byId.js";
import { grouped } from "../../../platform/request/loader.js";
import { User } from "../user.entity.js";
import { Team } from "./team.entity.js";

/** Teams by id. */
export const teamById = rowsById(Team, [sql`true`]);

/** The people of teams, by name. */
export const membersOfTeam: BatchLoader<string, undefined, User[]> = async (ids, _, { db }) => {
  const rows = await db.rowsOf<User, { teamId: string }>(
    User,
    sql`
      SELECT ${selectList(User, "r")}, m.team_id AS "teamId"
      FROM team_members m JOIN users r ON r.id = m.user_id
      WHERE ${isOneOfKeys(sql`m.team_id`, ids)} ORDER BY fold(r.name), r.id`,
  );
  return grouped(ids, rows, ({ teamId }) => teamId);
};

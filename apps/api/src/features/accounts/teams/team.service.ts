import sql from "sql-template-tag";
import { z } from "zod";
import type { Context } from "../../../platform/context.js";
import { selectList } from "../../../platform/database/columns.js";
import { brokenUniqueIndex } from "../../../platform/database/constraints.js";
import { Invalid } from "../../../platform/errors.js";
import { parseId, parseInput } from "../../../platform/graph/parseInput.js";
import type { FieldChange } from "../../../platform/records/history.js";
import {
  insertRecord,
  lockRecord,
  recordActivity,
  type Subject,
  updateRecord,
} from "../../../platform/records/write.js";
import { Team } from "./team.entity.js";
import type { CreateTeamInput, UpdateTeamInput } from "./team.input.js";

/** How many teams there can be, and people in each. */
export const MAX_TEAMS = 100;
/** How many people a team can have. */
export const MAX_MEMBERS = 100;

const subject: Subject<Team, "Team"> = { type: Team, name: "Team", parentIdOf: () => null };

const name = z.string().trim().min(1).max(60);
const memberIds = z.array(z.guid()).max(MAX_MEMBERS);
const createSchema = z.object({ name, memberIds: memberIds.nullish() });
const updateSchema = z.object({ name: name.nullish(), memberIds: memberIds.nullish() });

/** All teams, by name. */
export function teams({ db }: Context): Promise<Team[]> {
  return db.rowsOf(
    Team,
    sql`SELECT ${selectList(Team, "r")} FROM teams r ORDER BY fold(r.name), r.id`,
  );
}

async function withNameOfItsOwn<T>(context: Context, work: () => Promise<T>): Promise<T> {
  try {
    return await context.db.attempt(work);
  } catch (error) {
    if (brokenUniqueIndex(error) !== "teams_name_key") throw error;
    throw new Invalid([{ path: "name", code: "taken" }]);
  }
}

interface Member {
  id: string;
  name: string;
}

const distinct = (ids: readonly string[]) => [...new Set(ids.map((id) => id.toLowerCase()))];

async function people({ db }: Context, ids: readonly string[]): Promise<Member[]> {
  const rows = await db.rows<Member>(
    sql`SELECT id, name FROM users WHERE id = ANY(${ids}::uuid[]) ORDER BY fold(name), id`,
  );
  const known = new Set(rows.map(({ id }) => id));
  const unknown = ids.findIndex((id) => !known.has(id));
  if (unknown >= 0) throw new Invalid([{ path: `memberIds.${unknown}`, code: "unknown_user" }]);
  return rows;
}

const membersOf = ({ db }: Context, teamId: string): Promise<Member[]> =>
  db.rows<Member>(sql`
    SELECT u.id, u.name FROM team_members m JOIN users u ON u.id = m.user_id
    WHERE m.team_id = ${teamId}::uuid ORDER BY fold(u.name), u.id`);

function membersChange(before: readonly Member[], after: readonly Member[]): FieldChange[] {
  const names = (members: readonly Member[]) => members.map((member) => member.name);
  const isSame = before.map(({ id }) => id).join() === after.map(({ id }) => id).join();
  return isSame ? [] : [{ field: "members", old: names(before), new: names(after) }];
}

async function setMembers({ db }: Context, teamId: string, members: readonly Member[]) {
  const ids = members.map(({ id }) => id);
  await db.execute(sql`
    DELETE FROM team_members WHERE team_id = ${teamId}::uuid AND user_id <> ALL(${ids}::uuid[])`);
  await db.execute(sql`
    INSERT INTO team_members (team_id, user_id)
    SELECT ${teamId}::uuid, id FROM unnest(${ids}::uuid[]) m (id) ON CONFLICT DO NOTHING`);
}

/** Makes a team. Throws Invalid for a name in use, for people who are unknown, and for over 100 teams. */
export async function createTeam(context: Context, input: CreateTeamInput): Promise<Team> {
  const { name, memberIds } = parseInput(createSchema, input);
  const all = await context.db.row<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM teams`,
  );
  if (all && all.count >= MAX_TEAMS) {
    throw new Invalid([{ path: "name", code: "too_many", params: { max: MAX_TEAMS } }]);
  }
  const members = await people(context, distinct(memberIds ?? []));
  const team = await withNameOfItsOwn(context, () =>
    insertRecord(context, subject, { name }, membersChange([], members)),
  );
  await setMembers(context, team.id, members);
  return team;
}

/** Changes a team; its people see by it from their next request on. Throws NotFound, Invalid and Conflict. */
export async function updateTeam(context: Context, input: UpdateTeamInput): Promise<Team> {
  const { name, memberIds } = parseInput(updateSchema, input);
  const current = await lockRecord(context, Team, parseId(input.id), sql`true`);
  const before = await membersOf(context, current.id);
  const members = memberIds ? await people(context, distinct(memberIds)) : before;
  const team = await withNameOfItsOwn(context, () =>
    updateRecord(
      context,
      subject,
      current,
      input.version,
      { name: name ?? undefined },
      membersChange(before, members),
    ),
  );
  await setMembers(context, team.id, members);
  return team;
}

/** Deletes a team, for good. Throws NotFound. */
export async function deleteTeam(context: Context, id: string): Promise<Team> {
  const team = await lockRecord(context, Team, parseId(id), sql`true`);
  await context.db.execute(sql`DELETE FROM teams WHERE id = ${team.id}::uuid`);
  await recordActivity(context, subject, [team], "deleted");
  return team;
}

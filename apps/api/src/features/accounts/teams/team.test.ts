import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { codeOf, issuesOf, NO_ID } from "../../../../test/support/refusals.js";

const FIELDS = "id version name members { name }";
const CREATE = `mutation ($input: CreateTeamInput!) { createTeam(input: $input) { team { ${FIELDS} } } }`;
const UPDATE = `mutation ($input: UpdateTeamInput!) { updateTeam(input: $input) { team { ${FIELDS} } } }`;
const DELETE = "mutation ($id: ID!) { deleteTeam(input: { id: $id }) { team { name } } }";
const ALL = `{ teams { ${FIELDS} } }`;

interface Team {
  id: string;
  version: number;
  name: string;
  members: { name: string }[];
}

let server: TestServer;
let admin: Caller;
let mate: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
  mate = await server.signIn("sales");
});
afterAll(() => server.close());

async function make(input: object): Promise<Team> {
  const { data, errors } = await admin.ask<{ createTeam: { team: Team } }>(CREATE, { input });
  expect(errors).toBeUndefined();
  return data.createTeam.team;
}

test("a team is made, changed and deleted, and the history names its people", async () => {
  const made = await make({ name: "South", memberIds: [mate.userId, admin.userId, mate.userId] });
  expect(made).toMatchObject({ version: 1, members: [{ name: "admin 1" }, { name: "sales 2" }] });
  const { data } = await admin.ask<{ updateTeam: { team: Team } }>(UPDATE, {
    input: { id: made.id, version: 1, name: "South and east", memberIds: [mate.userId] },
  });
  expect(data.updateTeam.team).toMatchObject({ version: 2, members: [{ name: "sales 2" }] });
  const stale = await admin.ask(UPDATE, { input: { id: made.id, version: 1, name: "Late" } });
  expect(codeOf(stale)).toBe("CONFLICT");
  const history = await admin.ask<{
    auditLog: { nodes: { changes: { field: string; newValue: unknown }[] }[] };
  }>(
    "query ($id: ID!) { auditLog(filter: { recordId: $id }) { nodes { changes { field newValue } } } }",
    { id: made.id },
  );
  expect(history.data.auditLog.nodes.flatMap(({ changes }) => changes)).toContainEqual({
    field: "members",
    newValue: ["sales 2"],
  });
  const teams = await mate.ask<{ teams: Team[] }>(ALL);
  expect(teams.data.teams.map(({ name }) => name)).toEqual(["South and east"]);
  expect(codeOf(await admin.ask(DELETE, { id: made.id }))).toBe("OK");
  expect((await admin.ask<{ teams: Team[] }>(ALL)).data.teams).toEqual([]);
});

test("refuses what is wrong, taken, unknown or somebody else's to decide", async () => {
  const team = await make({ name: "North" });
  const create = (input: object) => admin.ask(CREATE, { input });
  expect(issuesOf(await create({ name: " " }))).toEqual(["name required"]);
  expect(issuesOf(await create({ name: "nORTH" }))).toEqual(["name taken"]);
  expect(issuesOf(await create({ name: "West", memberIds: [admin.userId, NO_ID] }))).toEqual([
    "memberIds.1 unknown_user",
  ]);
  expect(codeOf(await admin.ask(DELETE, { id: NO_ID }))).toBe("NOT_FOUND");
  expect(codeOf(await mate.ask(CREATE, { input: { name: "West" } }))).toBe("FORBIDDEN");
  expect(codeOf(await mate.ask(DELETE, { id: team.id }))).toBe("FORBIDDEN");
});

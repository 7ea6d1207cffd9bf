import { PERMISSIONS, ROLE_PERMISSIONS, ROLES } from "@clientela/shared/records/roles";
import { registry } from "../../src/features.js";
import type { Actor } from "../../src/platform/context.js";
import type { TestServer } from "../server.js";
import { oneOfEachKind } from "../support/oneOfEachKind.js";
import type { KnownIds } from "./randomValues.js";

const IDS_PER_KIND = 20;

/** A server with records of every kind, and who asks about them. */
export interface World {
  ids: KnownIds;
  /** One of each role, and a key that has some of the permissions. */
  actors: Actor[];
}

async function readIds(server: TestServer): Promise<KnownIds> {
  const { pool } = server.app.database;
  const known = registry.nodeKinds.map(async ({ type, table }) => {
    const { rows } = await pool.query<{ id: string }>(
      `SELECT id FROM "${table}" ORDER BY id LIMIT ${IDS_PER_KIND}`,
    );
    return [type.name, rows.map(({ id }) => id)] as const;
  });
  return Object.fromEntries(await Promise.all(known));
}

/** Makes records of every kind, and waits until nothing goes on that would change what is answered. */
export async function makeWorld(server: TestServer): Promise<World> {
  const admin = await server.signIn("admin");
  await oneOfEachKind(server, admin);
  const goesOn = async () => {
    const { data } = await admin.ask(
      "{ duplicateCandidates { totalCount } duplicateScanRunning exports { nodes { status } } }",
    );
    return /true|PENDING|RUNNING/.test(JSON.stringify(data));
  };
  while (await goesOn()) await new Promise((resolve) => setTimeout(resolve, 50));
  const ids = await readIds(server);
  const { organisation } = server.app;
  const shared = { sessionId: null, organisation };
  const person = { kind: "USER", id: admin.userId, name: "Ana", email: "ana@example.com" } as const;
  const key: Actor = {
    ...shared,
    kind: "API_KEY",
    id: ids.ApiKey?.[0] ?? null,
    name: "Key",
    email: null,
    role: "admin",
    permissions: new Set(PERMISSIONS.filter((_, index) => index % 3 > 0)),
  };
  const people = ROLES.map((role): Actor => {
    return { ...person, ...shared, role, permissions: ROLE_PERMISSIONS[role] };
  });
  return { ids, actors: [...people, key] };
}

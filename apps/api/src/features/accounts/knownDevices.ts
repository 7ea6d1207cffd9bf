import type { FastifyRequest } from "fastify";
import sql, { type Sql } from "sql-template-tag";
import type { App } from "../../platform/app.js";
import type { Db } from "../../platform/database/db.js";
import { networkOf, siteOf } from "../../platform/security/network.js";
import { hashSecret, newSecret } from "../../platform/security/secretToken.js";

const COOKIE = "clientela.device";
const KEPT_DAYS = 400;
const DAY_SECONDS = 24 * 60 * 60;
const MAX_DEVICES = 10;

/** Where a sign-in attempt comes from. */
export interface Origin {
  network: string;
  site: string;
  /** The token that the browser got at an earlier sign-in; null for none. */
  deviceToken: string | null;
}

/** How well a person is known at the origin of an attempt. */
export interface Familiarity {
  /** The browser that the person signed in with before, or null. */
  deviceId: string | null;
  /** Whether the person signed in from this network before. */
  network: boolean;
}

/** Where a request comes from. */
export function originOf({ ip, headers }: FastifyRequest): Origin {
  const deviceToken = headers.cookie
    ?.split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
  return { network: networkOf(ip), site: siteOf(ip), deviceToken: deviceToken || null };
}

/** How well the person matched by the condition on `u` is known there; an unknown person is known nowhere. */
export async function familiarityOf(db: Db, person: Sql, origin: Origin): Promise<Familiarity> {
  const row = await db.row<Familiarity>(sql`
    SELECT (SELECT d.id FROM known_devices d
            WHERE d.user_id = u.id AND d.token_hash = ${hashSecret(origin.deviceToken ?? "")}) AS "deviceId",
           EXISTS (SELECT 1 FROM known_devices d
                   WHERE d.user_id = u.id AND d.network = ${origin.network}) AS network
    FROM users u WHERE ${person}`);
  return row ?? { deviceId: null, network: false };
}

/**
 * Stores that a person has signed in there, and returns the token that identifies the browser. Several people who
 * share a browser share its token.
 */
async function noteDevice(db: Db, person: Sql, origin: Origin): Promise<string> {
  const given = hashSecret(origin.deviceToken ?? "");
  const known = await db.row(sql`SELECT 1 FROM known_devices WHERE token_hash = ${given} LIMIT 1`);
  const token = known && origin.deviceToken ? origin.deviceToken : newSecret();
  await db.execute(sql`
    WITH person AS (SELECT u.id FROM users u WHERE ${person}),
    forgotten AS (
      DELETE FROM known_devices d USING person p
      WHERE d.user_id = p.id AND d.token_hash <> ${hashSecret(token)}
        AND (d.last_used_at < now() - make_interval(days => ${KEPT_DAYS}::int) OR d.id IN (
          SELECT o.id FROM known_devices o WHERE o.user_id = p.id
          ORDER BY o.last_used_at DESC OFFSET ${MAX_DEVICES - 1}::int)))
    INSERT INTO known_devices (user_id, token_hash, network)
    SELECT id, ${hashSecret(token)}, ${origin.network} FROM person
    ON CONFLICT (user_id, token_hash) DO UPDATE SET network = excluded.network, last_used_at = now()`);
  return token;
}

/** The cookie of a browser that the person, matched by the condition on `u`, has signed in with. */
export async function deviceCookie(app: App, person: Sql, origin: Origin): Promise<string> {
  const token = await noteDevice(app.database.db(), person, origin);
  const secure = app.publicUrl?.startsWith("https:") ? "; Secure" : "";
  return `${COOKIE}=${token}; Path=/api; Max-Age=${KEPT_DAYS * DAY_SECONDS}; HttpOnly; SameSite=Strict${secure}`;
}

import type { FastifyRequest } from "fastify";
import { CloseCode } from "graphql-ws";
import type { WebSocket } from "ws";
import type { App } from "../app.js";
import type { Actor } from "../context.js";
import { actorOf } from "./http.js";

/** Whether a socket may stay open; checked repeatedly. */
export type Reauthenticate = (request: FastifyRequest) => Promise<Actor | null>;

/** The database's notification when a session ends, a key is revoked, or a user gets another role or none. */
const ACCESS_CHANGED = "access.changed";
/** The close code after which clients connect again (RFC 6455, registered by IANA). */
const SERVICE_RESTART = 1012;

const mayTheSame = (before: Actor, now: Actor | null): boolean =>
  now !== null &&
  before.scope?.key === now.scope?.key &&
  before.permissions.size === now.permissions.size &&
  [...before.permissions].every((permission) => now.permissions.has(permission));

/**
 * Closes a socket as soon as whoever opened it may no longer do what they could then. The database notifies of changes
 * at once; what expires by itself, or changes while the database is away, is found by checking again.
 */
export function watchAccess(
  app: App,
  request: FastifyRequest,
  socket: WebSocket,
  authenticate: Reauthenticate,
): void {
  const opener = actorOf(request);
  const ended = new AbortController();
  const recheck = async (): Promise<void> => {
    try {
      if (mayTheSame(opener, await authenticate(request))) return;
      socket.close(CloseCode.Forbidden, "Forbidden");
    } catch {
      // A database that is unreachable for a moment ends no session.
    }
  };
  // A key also ends with the person who made it, whose id it does not know.
  const concerns = (id: string) => id === opener.id || opener.kind === "API_KEY";
  const changes = app.events.follow(
    ({ name, id }) => name === ACCESS_CHANGED && concerns(id),
    ended.signal,
  );
  const follow = async (): Promise<void> => {
    for await (const _ of changes) await recheck();
  };
  // A subscriber catches up on missed events by subscribing again, which clients do by themselves.
  app.events.onMissed(() => socket.close(SERVICE_RESTART, "Events were missed"), ended.signal);
  const timer = setInterval(() => void recheck(), app.limits.socketRecheckMs);
  socket.once("close", () => {
    clearInterval(timer);
    ended.abort();
  });
  follow().catch((error: unknown) =>
    app.log.error({ err: error }, "a socket no longer hears of changes of access"),
  );
}

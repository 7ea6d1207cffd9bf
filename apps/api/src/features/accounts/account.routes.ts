import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import sql, { type Sql } from "sql-template-tag";
import type { App } from "../../platform/app.js";
import { Forbidden, Invalid } from "../../platform/errors.js";
import { parseInput, parseInputAsync } from "../../platform/graph/parseInput.js";
import { FewAtOnce } from "../../platform/request/fewAtOnce.js";
import { deviceCookie, type Origin, originOf } from "./knownDevices.js";
import { anyoneCanSignIn, claimFirstAdmin, firstAdminSchema } from "./people/firstAdmin.js";
import { claimLink, joinSchema } from "./people/join.js";
import { type Auth, openAuth } from "./sessions/auth.js";
import { TWO_FACTOR_DUE } from "./sessions/openSession.js";
import { signInAttempt, signInSchema } from "./sessions/signIn.js";
import { oidcRoutes } from "./single-sign-on/oidc.routes.js";
import {
  beginTwoFactorChallenge,
  takeTwoFactorChallenge,
  twoFactorChallengeSchema,
} from "./two-factor/twoFactorChallenge.js";

// Passwords of one person that are checked at the same time.
const GUESSES_AT_ONCE = 4;

/** The address of the server as the caller sees it. Throws Invalid for an invalid Host. */
function addressOf(app: App, { protocol, host }: FastifyRequest): string {
  const address = app.publicUrl ?? `${protocol}://${host}`;
  if (!URL.canParse(address)) throw new Invalid([{ path: "host", code: "invalid" }]);
  return address;
}

function webRequest(app: App, request: FastifyRequest, path: string, body: unknown): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === "string" && name !== "content-length") headers.set(name, value);
  }
  // Sessions show their owner where they were opened from, as reported by a trusted proxy only.
  headers.set("x-forwarded-for", request.ip);
  return new Request(new URL(path, addressOf(app, request)), {
    method: request.method,
    headers,
    body: request.method === "GET" ? null : JSON.stringify(body ?? {}),
  });
}

async function respond(
  reply: FastifyReply,
  response: Response,
  more: readonly string[] = [],
): Promise<FastifyReply> {
  reply.status(response.status);
  const cookies = [...response.headers.getSetCookie(), ...more];
  if (cookies.length > 0) reply.header("set-cookie", cookies);
  // Only a refusal matters in the response: the session is in the cookie, and nowhere else.
  return reply.type("application/json").send(response.ok ? "{}" : await response.text());
}

/** Sign-in and sign-out by better-auth, whose other endpoints are closed, and the links that give access. */
export async function accountRoutes(server: FastifyInstance, app: App): Promise<void> {
  const auth: Auth = await openAuth(app);
  const db = app.database.db();
  const open = { config: { public: true } };

  const attempts = new FewAtOnce(GUESSES_AT_ONCE);

  const welcome = async (reply: FastifyReply, response: Response, person: Sql, origin: Origin) => {
    return respond(reply, response, response.ok ? [await deviceCookie(app, person, origin)] : []);
  };

  const signIn = async (
    request: FastifyRequest,
    reply: FastifyReply,
    credentials: { email: string; password: string },
    whenRight: () => Promise<void> = async () => undefined,
  ): Promise<FastifyReply> => {
    const response = await auth.handler(
      webRequest(app, request, "/api/auth/sign-in/email", credentials),
    );
    const isStepDue = response.headers.get(TWO_FACTOR_DUE) !== null;
    if (response.ok || isStepDue) await whenRight();
    if (isStepDue)
      return reply.send({
        twoFactorChallenge: await beginTwoFactorChallenge(db, credentials.email),
      });
    const person = sql`lower(u.email) = ${credentials.email}`;
    return welcome(reply, response, person, originOf(request));
  };

  server.post("/api/auth/sign-in/email", open, async (request, reply) => {
    const given = parseInput(signInSchema, request.body);
    const origin = originOf(request);
    // An office that signs in at nine is checked a few at a time: attempts in progress count until they prove right.
    return attempts.run(origin.network, async () => {
      const { credentials, succeeded } = await signInAttempt(app, given, origin);
      return signIn(request, reply, credentials, succeeded);
    });
  });

  const sessionFor = (request: FastifyRequest, userId: string): Promise<Response> => {
    const { headers } = webRequest(app, request, "/api/auth/sign-in/code", {});
    return auth.api.openSession({ body: { userId }, headers, asResponse: true });
  };

  server.post("/api/auth/sign-in/code", open, async (request, reply) => {
    const given = parseInput(twoFactorChallengeSchema, request.body);
    const origin = originOf(request);
    const userId = await takeTwoFactorChallenge(app, db, given, origin);
    return welcome(reply, await sessionFor(request, userId), sql`u.id = ${userId}`, origin);
  });

  await oidcRoutes(server, app, async (request, reply, userId) => {
    const response = await sessionFor(request, userId);
    if (!response.ok) throw new Error("no session could be opened");
    const device = await deviceCookie(app, sql`u.id = ${userId}`, originOf(request));
    reply.header("set-cookie", [...response.headers.getSetCookie(), device]);
  });

  server.post("/api/auth/sign-out", open, async (request, reply) =>
    respond(reply, await auth.handler(webRequest(app, request, "/api/auth/sign-out", {}))),
  );

  // Read by the sign-in page before anyone is signed in: the ways to sign in, and whether the first account exists.
  server.get("/api/auth/methods", open, async () => ({
    singleSignOn: app.singleSignOn ? { name: app.singleSignOn.name } : null,
    firstAdminDue: !(await anyoneCanSignIn(db)),
  }));

  server.post("/api/first-admin", open, async (request, reply) => {
    // Once an account exists, the input is not looked at.
    if (await anyoneCanSignIn(db)) throw new Forbidden();
    const { token, ...account } = await parseInputAsync(firstAdminSchema, request.body);
    await claimFirstAdmin(db, token, account);
    return signIn(request, reply, { email: account.email, password: account.password });
  });

  server.post("/api/join", open, async (request, reply) => {
    const { token, password } = parseInput(joinSchema, request.body);
    return signIn(request, reply, { email: await claimLink(app, token, password), password });
  });
}

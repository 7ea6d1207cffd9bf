import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../platform/app.js";
import { parseInput } from "../../platform/graph/parseInput.js";
import { type Auth, openAuth } from "./auth.js";
import { claimFirstAdmin, newAccountSchema } from "./firstAdmin.js";
import { claimLink, joinSchema } from "./join.js";
import { oidcRoutes } from "./oidc.routes.js";
import { SECOND_STEP_DUE } from "./openSession.js";
import { beginSecondStep, secondStepSchema, takeSecondStep } from "./secondStep.js";
import { signInAttempt, signInSchema } from "./signIn.js";

const firstAdminSchema = newAccountSchema.extend({ token: z.string().min(1).max(200) });

function webRequest(request: FastifyRequest, path: string, body: unknown): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === "string" && name !== "content-length") headers.set(name, value);
  }
  // Sessions tell their owner where they were opened from; only a proxy's word on that is taken.
  headers.set("x-forwarded-for", request.ip);
  return new Request(new URL(path, `${request.protocol}://${request.host}`), {
    method: request.method,
    headers,
    body: request.method === "GET" ? null : JSON.stringify(body ?? {}),
  });
}

async function answer(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.status(response.status);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header("set-cookie", cookies);
  // Of what is answered only the refusal matters: the session is in the cookie, and nowhere else.
  return reply.type("application/json").send(response.ok ? "{}" : await response.text());
}

/** Sign-in and sign-out by better-auth, whose other doors stay closed; and the links that let people in. */
export async function accountRoutes(server: FastifyInstance, app: App): Promise<void> {
  const auth: Auth = await openAuth(app);
  const db = app.database.db();
  const open = { config: { public: true } };

  const signIn = async (
    request: FastifyRequest,
    reply: FastifyReply,
    credentials: { email: string; password: string },
  ) => {
    const response = await auth.handler(
      webRequest(request, "/api/auth/sign-in/email", credentials),
    );
    if (response.headers.get(SECOND_STEP_DUE) === null) return answer(reply, response);
    return reply.send({ secondStep: await beginSecondStep(db, credentials.email) });
  };

  server.post("/api/auth/sign-in/email", open, async (request, reply) => {
    const attempt = await signInAttempt(db, parseInput(signInSchema, request.body), request.ip);
    await signIn(request, reply, attempt.credentials);
    if (reply.statusCode === 200) await attempt.succeeded();
    return reply;
  });

  const sessionFor = (request: FastifyRequest, userId: string): Promise<Response> => {
    const { headers } = webRequest(request, "/api/auth/sign-in/code", {});
    return auth.api.openSession({ body: { userId }, headers, asResponse: true });
  };

  server.post("/api/auth/sign-in/code", open, async (request, reply) => {
    const userId = await takeSecondStep(app, db, parseInput(secondStepSchema, request.body));
    return answer(reply, await sessionFor(request, userId));
  });

  await oidcRoutes(server, app, async (request, reply, userId) => {
    const response = await sessionFor(request, userId);
    if (!response.ok) throw new Error("no session could be opened");
    reply.header("set-cookie", response.headers.getSetCookie());
  });

  server.post("/api/auth/sign-out", open, async (request, reply) =>
    answer(reply, await auth.handler(webRequest(request, "/api/auth/sign-out", {}))),
  );

  server.post("/api/first-admin", open, async (request, reply) => {
    const { token, ...account } = parseInput(firstAdminSchema, request.body);
    await claimFirstAdmin(db, token, account);
    return signIn(request, reply, { email: account.email, password: account.password });
  });

  server.post("/api/join", open, async (request, reply) => {
    const { token, password } = parseInput(joinSchema, request.body);
    return signIn(request, reply, { email: await claimLink(app, token, password), password });
  });
}

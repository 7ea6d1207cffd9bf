import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../../platform/app.js";
import {
  type AttemptLimit,
  giveBackAttempt,
  takeAttempt,
} from "../../../platform/security/attemptLimit.js";
import { networkOf } from "../../../platform/security/network.js";
import { seal, unseal } from "../../../platform/security/sealedSecret.js";
import { OidcClient, type Pending, pendingSchema } from "./oidcClient.js";
import { personOf, type Refusal } from "./personOfClaims.js";

const CALLBACK = "/api/auth/oidc/callback";
const COOKIE = "clientela.oidc";
const WAIT_SECONDS = 10 * 60;
// Of failed responses: each makes this server call the provider.
const FAILURES: AttemptLimit = { name: "oidc", attempts: 100, seconds: 15 * 60 };

const startSchema = z.object({ to: z.string().max(2000).optional().catch(undefined) });

/** A path of this app, whatever was requested. */
function localPath(returnTo: string | undefined, home: URL): string {
  const url = returnTo && URL.canParse(returnTo, home.href) ? new URL(returnTo, home) : home;
  if (url.origin !== home.origin) return "/";
  // A browser takes a path that begins with two slashes for another host.
  return `${url.pathname.replace(/^\/+/, "/")}${url.search}${url.hash}`;
}

function cookieOf({ headers }: FastifyRequest): string | undefined {
  return headers.cookie
    ?.split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
}

/** Single sign-on, if the settings name a provider; `open` gives the browser its session. */
export async function oidcRoutes(
  server: FastifyInstance,
  app: App,
  open: (request: FastifyRequest, reply: FastifyReply, userId: string) => Promise<void>,
): Promise<void> {
  const config = { public: true };
  const settings = app.singleSignOn;
  if (!settings || !app.publicUrl) return;
  const home = new URL("/", app.publicUrl);
  const client = new OidcClient(settings, new URL(CALLBACK, home));
  const db = app.database.db();

  const setCookie = (reply: FastifyReply, value: string, seconds: number) =>
    reply.header(
      "set-cookie",
      `${COOKIE}=${value}; Path=/api/auth/oidc; Max-Age=${seconds}; HttpOnly; SameSite=Lax${home.protocol === "https:" ? "; Secure" : ""}`,
    );
  const refuse = (reply: FastifyReply, why: Refusal | "failed") =>
    reply.redirect(`/sign-in?sso=${why}`, 303);
  const fail = (request: FastifyRequest, reply: FastifyReply, err: unknown) => {
    app.log.warn({ err, requestId: request.id }, "single sign-on failed");
    return refuse(reply, "failed");
  };
  const pendingOf = async (request: FastifyRequest): Promise<Pending> => {
    const sealed = cookieOf(request);
    if (!sealed) throw new Error("the browser holds no sign-in for this response");
    const pending = pendingSchema.parse(JSON.parse(await unseal(app, db, sealed)));
    if (pending.until < app.clock().getTime()) throw new Error("the response took too long");
    return pending;
  };

  server.get("/api/auth/oidc/start", { config }, async (request, reply) => {
    const { to } = startSchema.parse(request.query);
    try {
      const { url, pending } = await client.begin(
        localPath(to, home),
        app.clock().getTime() + WAIT_SECONDS * 1000,
      );
      setCookie(reply, await seal(app, db, JSON.stringify(pending)), WAIT_SECONDS);
      return reply.redirect(url.href, 303);
    } catch (error) {
      return fail(request, reply, error);
    }
  });

  server.get(CALLBACK, { config }, async (request, reply) => {
    const network = networkOf(request.ip);
    await takeAttempt(app.database.pool, FAILURES, network);
    // Whatever the result, a response is used once.
    setCookie(reply, "", 0);
    try {
      const pending = await pendingOf(request);
      const claims = await client.finish(new URL(request.url, home).search, pending);
      const person = await personOf(app, settings, claims);
      if ("refusal" in person) return refuse(reply, person.refusal);
      await open(request, reply, person.id);
      await giveBackAttempt(app.database.pool, FAILURES, network);
      return reply.redirect(pending.to, 303);
    } catch (error) {
      return fail(request, reply, error);
    }
  });
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../platform/app.js";
import { parseInput } from "../../platform/parseInput.js";
import { type Auth, openAuth } from "./auth.js";
import { claimFirstAdmin, newAccountSchema } from "./firstAdmin.js";

// The doors of better-auth that people need; all its others stay closed.
const AUTH_PATHS = ["/sign-in/email", "/sign-out", "/get-session"] as const;

const firstAdminSchema = newAccountSchema.extend({ token: z.string().min(1).max(200) });

function webRequest(request: FastifyRequest, path: string, body: unknown): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === "string" && name !== "content-length") headers.set(name, value);
  }
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
  return reply.type("application/json").send((await response.text()) || "{}");
}

/** Sign-in, sign-out, and the page that makes the first admin. */
export async function accountRoutes(server: FastifyInstance, app: App): Promise<void> {
  const auth: Auth = await openAuth(app);

  for (const path of AUTH_PATHS) {
    server.route({
      method: path === "/get-session" ? "GET" : "POST",
      url: `/api/auth${path}`,
      config: { public: true },
      handler: async (request, reply) =>
        answer(reply, await auth.handler(webRequest(request, `/api/auth${path}`, request.body))),
    });
  }

  server.post("/api/first-admin", { config: { public: true } }, async (request, reply) => {
    const { token, ...account } = parseInput(firstAdminSchema, request.body);
    await claimFirstAdmin(app.database.db(), token, account);
    const { email } = account;
    return answer(
      reply,
      await auth.handler(
        webRequest(request, "/api/auth/sign-in/email", { email, password: account.password }),
      ),
    );
  });
}

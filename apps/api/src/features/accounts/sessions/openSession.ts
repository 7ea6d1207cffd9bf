import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import type { App } from "../../../platform/app.js";
import { needsCode } from "../two-factor/twoFactorChallenge.js";

/** The header of better-auth's refusal to open a session if only a code is missing. */
export const TWO_FACTOR_DUE = "x-second-step-due";

// The calls of the endpoint below, as better-auth passes them to its hooks.
const proven = new WeakSet<object>();

/** Opens a session for a person who was authenticated without better-auth; only the server can call it. */
export const openSession = {
  id: "open-session",
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: "POST", body: z.object({ userId: z.uuid() }) },
      async (context) => {
        proven.add(context);
        const { internalAdapter } = context.context;
        const { userId } = context.body;
        const user = await internalAdapter.findUserById(userId);
        const session = user && (await internalAdapter.createSession(userId));
        if (!session) throw new APIError("UNAUTHORIZED");
        await setSessionCookie(context, { session, user });
        return context.json({});
      },
    ),
  },
};

/** Keeps better-auth from opening a session, by any endpoint, for a person who has to show a code. */
export const demandTwoFactorChallenge =
  (app: App) =>
  async ({ userId }: { userId: string }, context: object | null): Promise<void> => {
    if (context && proven.has(context)) return;
    if (await needsCode(app.database.db(), userId)) {
      throw new APIError("FORBIDDEN", {}, { [TWO_FACTOR_DUE]: "1" });
    }
  };

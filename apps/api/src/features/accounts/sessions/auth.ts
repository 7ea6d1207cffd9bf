import { betterAuth } from "better-auth";
import { v7 as uuidV7 } from "uuid";
import type { App } from "../../../platform/app.js";
import { installationSecret } from "../../../platform/security/installationSecret.js";
import { demandTwoFactorChallenge, openSession } from "./openSession.js";
import { hashedSessionStore } from "./sessionTokens.js";

const SESSION_DAYS = 30;
const DAY_SECONDS = 24 * 60 * 60;

const overHttps = (app: App) => app.publicUrl?.startsWith("https:") ?? false;

// A browser accepts a `__Host-` cookie from this host over https only, so no neighbouring host can plant one.
const cookiePrefix = (app: App) => (overHttps(app) ? "__Host-clientela" : "clientela");

/** The name of the cookie that holds a session's token. */
export const sessionCookie = (app: App): string => `${cookiePrefix(app)}.session_token`;

/** The secret that cookies are signed with. */
export const cookieSecret = (app: App): Promise<string> =>
  installationSecret(app.database.db(), "cookies");

/** Sign-in, sessions and passwords, by better-auth on our tables. */
export async function openAuth(app: App) {
  return betterAuth({
    basePath: "/api/auth",
    // Without a configured public address it is taken from the request.
    baseURL: app.publicUrl ?? { allowedHosts: ["*"] },
    secret: await cookieSecret(app),
    database: await hashedSessionStore(app.database.pool),
    telemetry: { enabled: false },
    // Errors of the database are reported as everywhere else.
    onAPIError: { throw: true },
    // Attempts are counted by this server, for all processes together.
    rateLimit: { enabled: false },
    logger: { log: (level, message) => app.log[level](message) },
    // The server's own hook compares Origin with Host on every write.
    trustedOrigins: (request) => {
      const origin = request?.headers.get("origin");
      return origin ? [origin] : [];
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 8,
      maxPasswordLength: 128,
    },
    user: {
      modelName: "users",
      fields: {
        emailVerified: "email_verified",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    session: {
      modelName: "sessions",
      expiresIn: SESSION_DAYS * DAY_SECONDS,
      fields: {
        token: "token_hash",
        userId: "user_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    account: {
      modelName: "credentials",
      fields: {
        userId: "user_id",
        accountId: "account_id",
        providerId: "provider_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    verification: {
      modelName: "verifications",
      fields: { expiresAt: "expires_at", createdAt: "created_at", updatedAt: "updated_at" },
    },
    plugins: [openSession],
    databaseHooks: { session: { create: { before: demandTwoFactorChallenge(app) } } },
    advanced: {
      // The hook that runs before every write does this, and accepts programs that send no Origin.
      disableCSRFCheck: true,
      cookiePrefix: cookiePrefix(app),
      // Would put `__Secure-` before the prefix.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: overHttps(app) },
      database: { generateId: () => uuidV7() },
    },
  });
}

/** better-auth as it is configured for this server. */
export type Auth = Awaited<ReturnType<typeof openAuth>>;

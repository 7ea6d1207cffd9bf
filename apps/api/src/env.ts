import { isIP } from "node:net";
import { ROLES } from "@clientela/shared/records/roles";
import { z } from "zod";
import type { SingleSignOn } from "./platform/app.js";
import type { Retention } from "./platform/backups/retention.js";
import {
  DEFAULT_CONNECTIONS,
  FEWEST_CONNECTIONS,
} from "./platform/database/connections/connectionBudget.js";
import { CONCURRENT_COST_LIMIT, COST_LIMIT } from "./platform/graph/cost/queryCost.js";
import { SetupError } from "./platform/setupError.js";

const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const text = z.string().trim().min(1);

const isPostgresUrl = (url: string): boolean =>
  /^postgres(ql)?:\/\//.test(url) && URL.canParse(url);

const databaseUrl = z
  .string()
  .refine(
    isPostgresUrl,
    "must look like postgres://user:password@host:5432/clientela; in the password, # / ? : @ are written as %23 %2F %3F %3A %40",
  )
  .optional();

const secrets: ReadonlySet<string> = new Set([
  "ADMIN_PASSWORD",
  "BACKUP_PASSPHRASE",
  "BACKUP_TARGET",
  "DATABASE_URL",
  "DATABASE_POOLER_URL",
  "SERVING_DATABASE_URL",
  "STORAGE_URL",
  "OIDC_CLIENT_SECRET",
  "SECRET_KEY",
]);

// What signs people in must not be read on the way.
const isSafeIssuer = (issuer: string): boolean => {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname } = new URL(issuer);
  return protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
};

const listed = (list: string): string[] =>
  list
    .toLowerCase()
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);

const megabytes = (byDefault: number, most = 2000) =>
  z.coerce
    .number("must be a number of megabytes")
    .int("must be a whole number of megabytes")
    .min(1, `must be between 1 and ${most}`)
    .max(most, `must be between 1 and ${most}`)
    .default(byDefault);

const isNetwork = (address: string): boolean => {
  const [ip = "", bits, ...rest] = address.split("/");
  const version = isIP(ip);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
};

const rows = (byDefault: number, most: number) =>
  z.coerce
    .number("must be a number of rows")
    .int("must be a whole number of rows")
    .min(1, `must be between 1 and ${most}`)
    .max(most, `must be between 1 and ${most}`)
    .default(byDefault);

const seconds = z.coerce
  .number("must be a number of seconds from 0 to 600")
  .min(0, "must be a number of seconds from 0 to 600")
  .max(600, "must be a number of seconds from 0 to 600");

const retentionOf = (numbers: string): Retention => {
  const [daily = 0, weekly = 0, monthly = 0] = numbers.split(",").map(Number);
  return { daily, weekly, monthly };
};

const port = z.coerce
  .number("must be a number between 0 and 65535")
  .int()
  .min(0, "must be a number between 0 and 65535")
  .max(65535, "must be a number between 0 and 65535");

const schema = z
  .object({
    PORT: port.default(4000),
    HOST: text.default("127.0.0.1"),
    METRICS_PORT: port.optional(),
    WORKER_METRICS_PORT: port.optional(),
    METRICS_HOST: text.default("127.0.0.1"),
    DATABASE_URL: databaseUrl,
    SERVING_DATABASE_URL: databaseUrl,
    DATABASE_POOLER_URL: databaseUrl,
    DATABASE_CONNECTIONS: z.coerce
      .number(`must be a whole number of at least ${FEWEST_CONNECTIONS}`)
      .int(`must be a whole number of at least ${FEWEST_CONNECTIONS}`)
      .min(FEWEST_CONNECTIONS, `must be at least ${FEWEST_CONNECTIONS}`)
      .default(DEFAULT_CONNECTIONS),
    MIGRATE_AT_START: z.enum(["on", "off"], { error: "must be on or off" }).default("on"),
    DATA_DIR: text.default("./data"),
    ADMIN_EMAIL: z.email("must be an e-mail address").optional(),
    ADMIN_PASSWORD: z
      .string()
      .min(8, "must have 8 to 128 characters")
      .max(128, "must have 8 to 128 characters")
      .optional(),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: "must be an http or https address" })
      .optional(),
    TRUSTED_PROXIES: z
      .string()
      .transform(listed)
      .refine(
        (list) => list.every(isNetwork),
        "must be addresses such as 10.0.0.5 or 10.0.0.0/8, with commas between",
      )
      .optional(),
    WEBHOOK_NETWORKS: z
      .string()
      .default("")
      .transform(listed)
      .refine(
        (list) => list.every(isNetwork),
        "must be addresses such as 10.0.0.5 or 10.0.0.0/8, with commas between",
      ),
    SECRET_KEY: z.string().min(32, "must have at least 32 characters").optional(),
    OIDC_ISSUER: z.string().refine(isSafeIssuer, "must be an https address").optional(),
    OIDC_CLIENT_ID: text.optional(),
    OIDC_CLIENT_SECRET: text.optional(),
    OIDC_NAME: text.default("SSO"),
    OIDC_DOMAINS: z.string().default("").transform(listed),
    OIDC_ROLE: z.enum(ROLES, `must be one of ${ROLES.join(", ")}`).default("viewer"),
    ORGANISATION_TIME_ZONE: text
      .refine(isTimeZone, "must be an IANA time zone such as America/Sao_Paulo")
      .default("America/Sao_Paulo"),
    ORGANISATION_CURRENCY: z
      .string()
      .regex(/^[A-Z]{3}$/, "must be an ISO 4217 code such as BRL")
      .default("BRL"),
    STORAGE_URL: z
      .string()
      .regex(/^(file|s3):/, "must start with file: or s3:")
      .optional(),
    BACKUP_TARGET: text.optional(),
    BACKUP_PASSPHRASE: z.string().min(12, "must have at least 12 characters").optional(),
    BACKUP_EVERY_HOURS: z.coerce
      .number("must be a number of hours from 0 to 720")
      .min(0, "must be a number of hours from 0 to 720")
      .max(720, "must be a number of hours from 0 to 720")
      .default(24),
    BACKUP_KEEP: z
      .string()
      .regex(
        /^\d{1,4},\d{1,4},\d{1,4}$/,
        "must be three numbers such as 7,4,12: of days, weeks and months",
      )
      .default("7,4,12")
      .transform(retentionOf),
    ADOPT_STORAGE: text.optional(),
    CONFIRM_SWEEP: text.optional(),
    QUERY_COST_LIMIT: z.coerce
      .number("must be a positive whole number")
      .int("must be a positive whole number")
      .positive("must be a positive whole number")
      .default(COST_LIMIT),
    CONCURRENT_COST_LIMIT: z.coerce
      .number("must be a positive whole number")
      .int("must be a positive whole number")
      .positive("must be a positive whole number")
      .default(CONCURRENT_COST_LIMIT),
    ANSWER_SIZE_LIMIT_MB: megabytes(20),
    ANSWER_MEMORY_LIMIT_MB: megabytes(128, 100_000),
    PERFORMANCE: z.enum(["on", "off"], { error: "must be on or off" }).default("on"),
    REQUESTS_PER_MINUTE: z.coerce
      .number("must be a whole number, 0 for no limit")
      .int("must be a whole number, 0 for no limit")
      .min(0, "must be a whole number, 0 for no limit")
      .default(6_000),
    SOCKETS_PER_CALLER: z.coerce
      .number("must be a positive whole number")
      .int("must be a positive whole number")
      .positive("must be a positive whole number")
      .default(100),
    DRAIN_SECONDS: seconds.optional(),
    SHUTDOWN_SECONDS: seconds.default(10),
    FILE_SIZE_LIMIT_MB: megabytes(100),
    CUSTOMER_FILES_LIMIT_MB: megabytes(10_240, 10_000_000),
    IMPORT_SIZE_LIMIT_MB: megabytes(1000),
    WAITING_IMPORTS_LIMIT_MB: megabytes(2_000, 10_000_000),
    ALL_WAITING_IMPORTS_LIMIT_MB: megabytes(10_000, 10_000_000),
    IMPORT_ROW_LIMIT: rows(1_000_000, 10_000_000),
    IMPORT_CHUNK_ROWS: rows(5_000, 100_000),
    LOG_LEVEL: z
      .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
        error: "must be one of fatal, error, warn, info, debug, trace, silent",
      })
      .default("info"),
  })
  .refine((env) => env.SERVING_DATABASE_URL === undefined || env.DATABASE_URL !== undefined, {
    path: ["SERVING_DATABASE_URL"],
    message: "goes with DATABASE_URL, the address of the tables' owner: set both",
  })
  .refine((env) => env.DATABASE_POOLER_URL === undefined || env.DATABASE_URL !== undefined, {
    path: ["DATABASE_POOLER_URL"],
    message: "goes with DATABASE_URL, the address of the database itself: set both",
  })
  .refine((env) => (env.ADMIN_EMAIL === undefined) === (env.ADMIN_PASSWORD === undefined), {
    path: ["ADMIN_EMAIL"],
    message: "and ADMIN_PASSWORD go together: set both or neither",
  })
  .refine(
    ({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }) =>
      new Set([!OIDC_ISSUER, !OIDC_CLIENT_ID, !OIDC_CLIENT_SECRET]).size === 1,
    {
      path: ["OIDC_ISSUER"],
      message: "OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all or none",
    },
  )
  .refine(({ OIDC_ISSUER, PUBLIC_URL }) => !OIDC_ISSUER || PUBLIC_URL, {
    path: ["OIDC_ISSUER"],
    message: "needs PUBLIC_URL, the address that people are sent back to",
  });

/** The names of all settings. */
export const SETTINGS: readonly string[] = Object.keys(schema.shape);

/** The settings of the server, checked. */
export type Env = z.infer<typeof schema>;

/** Reads the settings from `variables`; throws a SetupError with one sentence for each mistake. */
export function readEnv(variables: NodeJS.ProcessEnv): Env {
  // An empty value is how .env files and shells say "not set".
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map((issue) => {
    const name = issue.path.join(".");
    const value = secrets.has(name) ? "" : ` (it is "${given[name] ?? ""}")`;
    return `${name} ${issue.message}${value}.`;
  });
  throw new SetupError(sentences.join("\n"));
}

/** The proxies whose word on who calls is taken: with a public address, those on this machine unless settings say otherwise. */
export function trustedProxiesOf({ TRUSTED_PROXIES, PUBLIC_URL }: Env): readonly string[] {
  return TRUSTED_PROXIES ?? (PUBLIC_URL === undefined ? [] : ["127.0.0.0/8", "::1/128"]);
}

/** The provider of single sign-on that the settings name, if any. */
export function singleSignOnOf(env: Env): SingleSignOn | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (!issuer || !clientId || !clientSecret) return undefined;
  const { OIDC_NAME: name, OIDC_DOMAINS, OIDC_ROLE: role } = env;
  return { issuer, clientId, clientSecret, name, domains: OIDC_DOMAINS, role };
}

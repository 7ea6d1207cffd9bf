import { z } from "zod";
import { COST_LIMIT } from "./platform/queryCost.js";
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

const secrets: ReadonlySet<string> = new Set([
  "ADMIN_PASSWORD",
  "DATABASE_URL",
  "STORAGE_URL",
  "SECRET_KEY",
]);

const megabytes = (byDefault: number) =>
  z.coerce
    .number("must be a number of megabytes")
    .int("must be a whole number of megabytes")
    .min(1, "must be between 1 and 2000")
    .max(2000, "must be between 1 and 2000")
    .default(byDefault);

const rows = (byDefault: number, most: number) =>
  z.coerce
    .number("must be a number of rows")
    .int("must be a whole number of rows")
    .min(1, `must be between 1 and ${most}`)
    .max(most, `must be between 1 and ${most}`)
    .default(byDefault);

const schema = z
  .object({
    PORT: z.coerce
      .number("must be a number between 0 and 65535")
      .int()
      .min(0, "must be a number between 0 and 65535")
      .max(65535, "must be a number between 0 and 65535")
      .default(4000),
    HOST: text.default("127.0.0.1"),
    DATABASE_URL: z
      .string()
      .refine(
        isPostgresUrl,
        "must look like postgres://user:password@host:5432/clientela; in the password, # / ? : @ are written as %23 %2F %3F %3A %40",
      )
      .optional(),
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
    SECRET_KEY: z.string().min(32, "must have at least 32 characters").optional(),
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
    QUERY_COST_LIMIT: z.coerce
      .number("must be a positive whole number")
      .int("must be a positive whole number")
      .positive("must be a positive whole number")
      .default(COST_LIMIT),
    REQUESTS_PER_MINUTE: z.coerce
      .number("must be a whole number, 0 for no limit")
      .int("must be a whole number, 0 for no limit")
      .min(0, "must be a whole number, 0 for no limit")
      .default(6_000),
    FILE_SIZE_LIMIT_MB: megabytes(100),
    IMPORT_SIZE_LIMIT_MB: megabytes(1000),
    IMPORT_ROW_LIMIT: rows(1_000_000, 10_000_000),
    IMPORT_CHUNK_ROWS: rows(5_000, 100_000),
    LOG_LEVEL: z
      .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
        error: "must be one of fatal, error, warn, info, debug, trace, silent",
      })
      .default("info"),
  })
  .refine((env) => (env.ADMIN_EMAIL === undefined) === (env.ADMIN_PASSWORD === undefined), {
    path: ["ADMIN_EMAIL"],
    message: "and ADMIN_PASSWORD go together: set both or neither",
  });

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

import { readEnv, singleSignOnOf, trustedProxiesOf } from "./env.js";
import { SetupError } from "./platform/setupError.js";

/** What is said about settings that cannot be right. */
function complaintOf(settings: Record<string, string>): string {
  try {
    readEnv(settings);
  } catch (error) {
    if (error instanceof SetupError) return error.message;
    throw error;
  }
  return "nothing";
}

test("without any setting there is a working default for each", () => {
  expect(readEnv({})).toMatchObject({ PORT: 4000, HOST: "127.0.0.1", DATA_DIR: "./data" });
});

test("an empty value counts as none", () => {
  expect(readEnv({ PORT: "", DATABASE_URL: "", ADMIN_EMAIL: "", ADMIN_PASSWORD: "" }).PORT).toBe(
    4000,
  );
});

test.each([
  ["PORT", "http", /^PORT must be a number between 0 and 65535 \(it is "http"\)\.$/],
  ["PORT", "70000", /^PORT must be a number between 0 and 65535/],
  ["PORT", "80.5", /^PORT /],
  ["ORGANISATION_TIME_ZONE", "Brasilia", /IANA time zone such as America\/Sao_Paulo/],
  ["BACKUP_KEEP", "7 days", /^BACKUP_KEEP must be three numbers such as 7,4,12/],
  ["BACKUP_PASSPHRASE", "short", /^BACKUP_PASSPHRASE must have at least 12 characters\.$/],
  ["ORGANISATION_CURRENCY", "reais", /ISO 4217 code such as BRL/],
  ["PUBLIC_URL", "crm.example.com", /http or https address/],
  ["TRUSTED_PROXIES", "10.0.0.0/8, proxy.example.com", /addresses such as 10.0.0.5 or 10/],
  ["TRUSTED_PROXIES", "10.0.0.0/33", /addresses such as/],
  ["LOG_LEVEL", "loud", /one of fatal, error, warn/],
  ["FILE_SIZE_LIMIT_MB", "0", /between 1 and 2000/],
  ["CUSTOMER_FILES_LIMIT_MB", "0", /between 1 and 10000000/],
  ["STORAGE_URL", "ftp://files", /start with file: or s3:/],
])("%s=%s gets one sentence that says what is right", (name, value, sentence) => {
  const complaint = complaintOf({ [name]: value });
  expect(complaint).toMatch(sentence);
  expect(complaint.split("\n")).toHaveLength(1);
});

test("proxies on this machine are believed with a public address, others where they are named", () => {
  const PUBLIC_URL = "https://crm.example.com";
  expect(trustedProxiesOf(readEnv({}))).toEqual([]);
  expect(trustedProxiesOf(readEnv({ PUBLIC_URL }))).toEqual(["127.0.0.0/8", "::1/128"]);
  const TRUSTED_PROXIES = "10.0.0.5, fd00::/8";
  expect(trustedProxiesOf(readEnv({ PUBLIC_URL, TRUSTED_PROXIES }))).toEqual([
    "10.0.0.5",
    "fd00::/8",
  ]);
});

test("each of several mistakes is named", () => {
  const lines = complaintOf({ PORT: "x", LOG_LEVEL: "y", ORGANISATION_CURRENCY: "z" }).split("\n");
  expect(lines.map((line) => line.split(" ")[0])).toEqual([
    "PORT",
    "ORGANISATION_CURRENCY",
    "LOG_LEVEL",
  ]);
});

test("how many backups are kept is read as days, weeks and months", () => {
  expect(readEnv({}).BACKUP_KEEP).toEqual({ daily: 7, weekly: 4, monthly: 12 });
  expect(readEnv({ BACKUP_KEEP: "1,0,24" }).BACKUP_KEEP).toEqual({
    daily: 1,
    weekly: 0,
    monthly: 24,
  });
});

test("the first admin needs both e-mail and password", () => {
  expect(complaintOf({ ADMIN_EMAIL: "ana@example.com" })).toMatch(/go together/);
  expect(complaintOf({ ADMIN_EMAIL: "ana", ADMIN_PASSWORD: "long enough" })).toMatch(/e-mail/);
});

test("single sign-on takes issuer, client and secret, over https, and the public address", () => {
  const provider = {
    OIDC_ISSUER: "https://id.example.com",
    OIDC_CLIENT_ID: "clientela",
    OIDC_CLIENT_SECRET: "secret",
  };
  const PUBLIC_URL = "https://crm.example.com";
  expect(complaintOf(provider)).toMatch(/^OIDC_ISSUER needs PUBLIC_URL/);
  expect(complaintOf({ OIDC_ISSUER: provider.OIDC_ISSUER, PUBLIC_URL })).toMatch(/go together/);
  expect(complaintOf({ ...provider, PUBLIC_URL, OIDC_ISSUER: "http://id.example.com" })).toMatch(
    /^OIDC_ISSUER must be an https address/,
  );
  expect(complaintOf({ ...provider, PUBLIC_URL, OIDC_ROLE: "boss" })).toMatch(/^OIDC_ROLE must be/);
  const env = readEnv({ ...provider, PUBLIC_URL, OIDC_DOMAINS: "Example.com, example.org" });
  expect(singleSignOnOf(env)).toEqual({
    issuer: "https://id.example.com",
    clientId: "clientela",
    clientSecret: "secret",
    name: "SSO",
    domains: ["example.com", "example.org"],
    role: "viewer",
  });
  expect(singleSignOnOf(readEnv({}))).toBeUndefined();
});

test.each<Record<string, string>>([
  { ADMIN_EMAIL: "ana@example.com", ADMIN_PASSWORD: "secret" },
  { DATABASE_URL: "mysql://clientela:secret@db/clientela" },
  { DATABASE_URL: "postgres://clientela:secret#1@db:5432/clientela" },
])("a secret is not repeated: %j", (settings) => {
  const complaint = complaintOf(settings);
  expect(complaint).toMatch(/^(ADMIN_PASSWORD|DATABASE_URL) must/);
  expect(complaint).not.toContain("secret");
});

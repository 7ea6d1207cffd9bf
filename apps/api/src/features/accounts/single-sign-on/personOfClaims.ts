import sql from "sql-template-tag";
import type { App, SingleSignOn } from "../../../platform/app.js";
import type { Context } from "../../../platform/context.js";
import { insertRecord } from "../../../platform/records/write.js";
import { systemContext } from "../../../platform/request/systemContext.js";
import { acceptInvitation } from "../invitations/invitation.service.js";
import { personSubject } from "../people/personSubject.js";
import type { Claims } from "./oidcClient.js";

const PROVIDER = "oidc";

/** Why a person known to the provider gets no access; shown on the sign-in page. */
export type Refusal = "unknown" | "unverified" | "disabled";

interface Person {
  id: string;
  disabled: boolean;
}

const accountOf = ({ issuer }: SingleSignOn, { sub }: Claims) => `${issuer} ${sub}`;

function linkedPerson(context: Context, account: string): Promise<Person | null> {
  return context.db.row<Person>(sql`
    SELECT u.id, u.disabled_at IS NOT NULL AS disabled FROM credentials c JOIN users u ON u.id = c.user_id
    WHERE c.provider_id = ${PROVIDER} AND c.account_id = ${account}`);
}

function personByEmail(context: Context, email: string): Promise<Person | null> {
  return context.db.row<Person>(sql`
    SELECT id, disabled_at IS NOT NULL AS disabled FROM users WHERE lower(email) = ${email}`);
}

/** Gives access to people of a configured domain, with the configured role. */
async function newPerson(
  context: Context,
  { domains, role }: SingleSignOn,
  email: string,
  name = email,
): Promise<Person | null> {
  const domain = email.slice(email.lastIndexOf("@") + 1);
  if (!domains.includes(domain)) return null;
  const { id } = await insertRecord(context, personSubject, { name, email, role });
  return { id, disabled: false };
}

async function findOrMake(
  context: Context,
  settings: SingleSignOn,
  claims: Claims,
): Promise<Person | Refusal> {
  const account = accountOf(settings, claims);
  const linked = await linkedPerson(context, account);
  if (linked) return linked;
  const { email, name } = claims;
  // Anyone can enter any address in an account that they have somewhere.
  if (email === undefined || !claims.email_verified) return "unverified";
  await context.db.execute(sql`SELECT pg_advisory_xact_lock(hashtext(${`oidc ${email}`}))`);
  const person =
    (await personByEmail(context, email)) ?? (await newPerson(context, settings, email, name));
  if (!person || person.disabled) return person ?? "unknown";
  await context.db.execute(sql`
    INSERT INTO credentials (user_id, account_id, provider_id) VALUES (${person.id}, ${account}, ${PROVIDER})
    ON CONFLICT (provider_id, account_id) DO NOTHING`);
  await acceptInvitation(context.app, context.db, person.id);
  return person;
}

/**
 * The id of the person that the provider names: linked before, or known here by the e-mail address
 * that the provider has verified, or of a configured domain; or the reason why there is none.
 */
export async function personOf(
  app: App,
  settings: SingleSignOn,
  claims: Claims,
): Promise<{ id: string } | { refusal: Refusal }> {
  const context = systemContext(app);
  const person = await context.inTransaction(() => findOrMake(context, settings, claims));
  if (typeof person === "string") return { refusal: person };
  return person.disabled ? { refusal: "disabled" } : { id: person.id };
}

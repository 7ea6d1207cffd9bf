import sql, { raw, type Sql } from "sql-template-tag";

/** Why two customers may be duplicates. */
export const DUPLICATE_REASONS = [
  "SAME_TAX_ID",
  "SAME_EMAIL",
  "SAME_PHONE",
  "SAME_DOMAIN",
  "SIMILAR_NAME",
] as const;

/** One of the reasons. */
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** The trigram similarity from which two names are similar by themselves. */
export const SIMILAR = 0.6;

/** The trigram similarity that is enough if the domain is the same. */
export const ALIKE = 0.2;

const MAILBOX_PROVIDERS = [
  ...["gmail.com", "googlemail.com", "hotmail.com", "outlook.com", "live.com", "msn.com"],
  ...["hotmail.com.br", "outlook.com.br", "live.com.pt", "outlook.pt", "hotmail.fr", "hotmail.es"],
  ...["yahoo.com", "yahoo.com.br", "ymail.com", "icloud.com", "me.com", "mac.com", "aol.com"],
  ...["gmx.com", "gmx.de", "gmx.net", "web.de", "proton.me", "protonmail.com", "zoho.com"],
  ...["uol.com.br", "bol.com.br", "terra.com.br", "ig.com.br", "globo.com", "globomail.com"],
  ...["r7.com", "oi.com.br", "zipmail.com.br", "sapo.pt", "mail.pt", "clix.pt", "netcabo.pt"],
  ...["mail.com", "mail.ru", "yandex.ru", "qq.com", "163.com", "orange.fr", "free.fr", "libero.it"],
];
// Sites on which many companies have pages.
const SHARED_SITES = [
  ...["facebook.com", "instagram.com", "linkedin.com", "sites.google.com", "linktr.ee", "wa.me"],
  ...["br.linkedin.com", "pt.linkedin.com", "pt-br.facebook.com", "x.com", "twitter.com"],
];

/** Domains that do not identify a company. */
export const SHARED_DOMAINS: readonly string[] = [...MAILBOX_PROVIDERS, ...SHARED_SITES];

/** The domain of a web address, or else of an e-mail address; null for one that many share. */
export function comparedDomain(website: Sql, email: Sql): Sql {
  const host = sql`substring(lower(${website}) from '^(?:https?://)?(?:www\\.)?([^/:?#]+)')`;
  const mail = sql`substring(lower(${email}) from '@(.+)$')`;
  const shared = sql`ALL(${[...SHARED_DOMAINS]}::text[])`;
  return sql`coalesce(
    CASE WHEN ${host} <> ${shared} THEN ${host} END, CASE WHEN ${mail} <> ${shared} THEN ${mail} END)`;
}

/** The similarity of two customers' names, 0 to 1: of the legal names, or of a legal and a trade name. */
export function nameLikeness(a: string, b: string): Sql {
  return raw(`greatest(
    similarity(${a}.name, ${b}.name), similarity(${a}.name, ${b}.trade_name), similarity(${a}.trade_name, ${b}.name))`);
}

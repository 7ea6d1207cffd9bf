import { headerKey } from "./headerWords.js";

// Systems that customers' ids come from and whose names are no common words, as a source is called where none is known yet, with other names for them.
const SYSTEMS: readonly (readonly [string, ...string[]])[] = [
  ["activecampaign", "active campaign"],
  ["agendor"],
  ["airtable"],
  ["bitrix24", "bitrix"],
  ["bling"],
  ["contaazul", "conta azul"],
  ["dynamics", "dynamics 365", "business central", "navision"],
  ["espocrm", "espo"],
  ["freshsales", "freshworks"],
  ["holded"],
  ["hubspot", "hub spot"],
  ["insightly"],
  ["invoicexpress"],
  ["jasmin"],
  ["lexware", "lexoffice"],
  ["magento"],
  ["mailchimp"],
  ["moloni"],
  ["netsuite"],
  ["nuvemshop", "tiendanube"],
  ["odoo"],
  ["omie"],
  ["phc"],
  ["pipedrive"],
  ["ploomes"],
  ["primavera"],
  ["protheus"],
  ["quickbooks", "qbo"],
  ["rdstation", "rd station"],
  ["sage"],
  ["salesforce", "sfdc"],
  ["sankhya"],
  ["sap"],
  ["shopify"],
  ["stripe"],
  ["sugarcrm", "suitecrm"],
  ["totvs"],
  ["vtex"],
  ["vtiger"],
  ["woocommerce", "woo commerce"],
  ["xero"],
  ["zendesk"],
  ["zoho"],
];

const NAMES = SYSTEMS.flatMap(([source, ...others]) =>
  [source, ...others].map((name) => ({ source, name })),
);

interface Named {
  source: string;
  /** The text's key without the system's name. */
  rest: string;
}

function find(text: string, names: readonly { source: string; name: string }[]): Named | null {
  const key = ` ${headerKey(text)} `;
  for (const { source, name } of names) {
    if (name !== "" && key.includes(` ${name} `)) {
      return { source, rest: key.replace(` ${name} `, " ").trim() };
    }
  }
  return null;
}

/**
 * The source of ids that a header or a file's name names: one that is known already, else a well-known system
 * ("HubSpot ID", "customers-sap-2026.xlsx"); null where it names none.
 */
export function sourceNamedIn(text: string, known: readonly string[]): string | null {
  const own = known
    .map((source) => ({ source, name: headerKey(source) }))
    // A source that is called like a word of any header says nothing.
    .filter(({ name }) => name.length > 2 && !COMMON.has(name));
  const named = find(text, own) ?? find(text, NAMES);
  if (!named) return null;
  const alike = known.find((source) => source.toLowerCase() === named.source);
  return alike ?? named.source;
}

const COMMON = new Set([
  "import",
  "importacao",
  "customers",
  "clientes",
  "customer",
  "cliente",
  "export",
  "csv",
]);

// What is left of the header of an id without the name of a system: "Stripe customer ID", "ID do cliente (billing)".
const ID =
  /^(?:(?:external|externo|customer|client|cliente|do|de) )*(?:ids?|code|codigo|key)(?: (?:external|externo|do|de|customer|client|cliente))*$/;

/** The system whose ids stand below a header, one that is known or a well-known one; null where the header names none. */
export function idSourceNamedIn(header: string, known: readonly string[]): string | null {
  const source = sourceNamedIn(header, known);
  if (source === null) return null;
  const names = [source, ...NAMES.flatMap((one) => (one.source === source ? [one.name] : []))];
  const rest = find(
    header,
    names.map((name) => ({ source, name: headerKey(name) })),
  )?.rest;
  return rest !== undefined && ID.test(rest) ? source : null;
}

/** What is left of a header without the name of a well-known system; null where it names none. */
export const withoutSystem = (key: string): string | null => find(key, NAMES)?.rest ?? null;

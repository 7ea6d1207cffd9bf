import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { registry } from "../src/features.js";
import { tableOf } from "../src/platform/database/columns.js";

const SOURCE = path.resolve(import.meta.dirname, "../src");
/** The list of features, the history of the schema, and the demo data, which has every kind of record. */
const REGISTERS = /^(features\.ts|migrations\/|demo\/)/;

/** How code names the kinds of record whose names mean other things as well. */
const NARROWER: Record<string, RegExp> = {
  // Contact points are the e-mail addresses and phones of any record.
  Contact: /\b(contacts|Contacts?)\b(?!Point)|\bContact(?!Point)[A-Z]|"CONTACT"/,
  File: /\b(FROM|JOIN|INTO|UPDATE) files\b|"files:(read|write)"|"File"|"FILE"|\bFile\b(?=\.name|,)/,
  // Most records have a field of notes.
  Note: /\b(FROM|JOIN|INTO|UPDATE) notes\b|(?<!CREDIT_)"NOTE"|\bNote\b|\bnote(Id|_id)s?\b|features\/notes\//,
  // The order of a list is another one.
  Order:
    /\b(FROM|JOIN|INTO|UPDATE) orders\b|"orders:(read|write)"|(?<!\|)\bOrder\b|"ORDER"|\border(Id|_id)s?\b|features\/orders\//,
  // A payment term belongs to a customer.
  Payment: /(\b|_)payments?(?![a-z]|_?Term|_term)|Payments?(?![a-z]|Term)|\bPAYMENT\b/,
  Quote: /\b(quotes|Quotes?)\b|\bQuote[A-Z]|"QUOTE"|\bquote(Id|_id)s?\b/,
  Task: /\b(tasks|Tasks?)\b|\bTask[A-Z]|"TASK"|\btask(Id|_id)s?\b/,
};

/** What names a kind of record besides its own feature, and why. */
const ALLOWED: readonly (readonly [where: RegExp, kinds: readonly string[]])[] = [
  // Features whose tables point at it, or are made of it.
  [/^features\/quotes\//, ["Deal"]],
  [/^features\/orders\//, ["Quote"]],
  [/^features\/invoices\//, ["Order", "Payment"]],
  [/^features\/payments\//, ["CreditNote", "Invoice"]],
  [/^features\/creditNotes\//, ["Invoice", "Payment"]],
  [/^features\/allocations\//, ["Invoice", "Payment"]],
  [/^features\/receivables\//, ["CreditNote", "Invoice", "Payment"]],
  [/^features\/reconciliation\//, ["Invoice", "Payment"]],
  [/^features\/(tasks|time)\//, ["Project"]],
  [/^features\/conversations\//, ["Contact"]],
  [/^features\/promises\//, ["Contact", "Invoice", "Payment"]],
  [/^features\/credit\//, ["Invoice", "Order"]],
  // A page of each kind of document, and statements, which name all that moves an account.
  [/^features\/document-pdf\//, ["CreditNote", "Invoice", "Order", "Payment", "Quote"]],
  // The zip of a customer has its files in it.
  [/^features\/customer-export\//, ["File"]],
  // What counts as a customer's activity, and which history forgets a person, is stored by type.
  [/^features\/customers\/customer\.loaders\.ts$/, ["Contact", "Conversation", "Note"]],
  [/^features\/data-deletion\/erasure\.service\.ts$/, ["Contact"]],
  // Numbers of documents begin with a letter for their kind.
  [/^features\/documents\/number\.service\.ts$/, ["CreditNote", "Invoice"]],
  // Words that mean something else in files: quotation marks, footers, parts of a workbook; uploads are files as well.
  [/^features\/spreadsheets\//, ["Contact", "Invoice", "Project", "Quote"]],
  [/^features\/imports\//, ["File", "Quote"]],
  // A preset role is called "projects".
  [/^features\/accounts\/access-roles\//, ["Project"]],
  // What is said of values of the enum of kinds that sheets can have.
  [/^features\/imports\/importKind\.ts$/, ["Contact", "Invoice", "Order", "Payment", "Project"]],
];

/** Each kind of record that belongs to customers, with the folder of its feature and how code names it. */
const kinds = registry.features
  .flatMap(({ name, ownedRecords = [] }) => ownedRecords.map(({ type }) => ({ name, type })))
  .filter(({ name }) => name !== "customers")
  .map(({ name, type }) => ({ kind: type.name, folder: name, pattern: patternOf(type) }));

function patternOf(type: new () => object): RegExp {
  const narrower = NARROWER[type.name];
  if (narrower) return narrower;
  const camel = type.name.charAt(0).toLowerCase() + type.name.slice(1);
  const snake = tableOf(type).replace(/s$/, "");
  const plural = (name: string) =>
    name.endsWith("y") ? `${name.slice(0, -1)}(y|ies)` : `${name}s?`;
  const names = [camel, snake].map(plural).join("|");
  return new RegExp(
    `(\\b|_)(${names})(?![a-z])|${plural(type.name)}(?![a-z])|"${snake.toUpperCase()}"`,
  );
}

/** The code of all features and of the platform, without comments and sentences, which may speak of anything. */
const sources = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !/\.(test|factory|messages)\.ts$/.test(file))
  .filter((file) => !REGISTERS.test(file))
  .map((file): [string, string] => [file, codeOf(readFileSync(path.join(SOURCE, file), "utf8"))]);

function codeOf(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|[^:])\/\/.*$/gm, "$1")
    .replace(/from "@clientela\/shared\/[^"]*"/g, "")
    .replace(/"[^"\n]* [^"\n]*"/g, '""');
}

test.each(kinds)("nothing but what holds a key to it names $kind", ({ kind, folder, pattern }) => {
  const naming = sources
    .filter(([file]) => !file.startsWith(`features/${folder}/`))
    .filter(([file]) => !ALLOWED.some(([where, named]) => where.test(file) && named.includes(kind)))
    .flatMap(([file, code]) => {
      const found = pattern.exec(code);
      return found ? [`${file}: ${found[0]}`] : [];
    });
  expect(naming).toEqual([]);
});

test("what may name a kind of record does", () => {
  const idle = ALLOWED.flatMap(([where, named]) =>
    named
      .filter((kind) => {
        const pattern = kinds.find((one) => one.kind === kind)?.pattern;
        return !sources.some(([file, code]) => where.test(file) && pattern?.test(code));
      })
      .map((kind) => `${where.source}: ${kind}`),
  );
  expect(idle).toEqual([]);
});

test.each([
  ["Deal", "const open = sql`SELECT 1 FROM deals d`;"],
  ["Deal", "interface Row { dealId: string }"],
  ["Deal", "if (recordType === 'x' || dealsOf(row)) return countDeals(row);"],
  ["Invoice", 'if (kind === "INVOICE") return [];'],
  ["TimeEntry", "JOIN time_entries t ON true"],
  ["TimeEntry", "const timeEntryIds = [];"],
  ["Order", "const order = await context.load(orderById, row.orderId);"],
  ["Payment", "payments: paymentsByCustomer,"],
  ["Contact", 'import { Contact } from "../contacts/contact.entity.js";'],
])("naming %s is noticed: %s", (kind, code) => {
  const pattern = kinds.find((one) => one.kind === kind)?.pattern;
  expect(codeOf(code)).toMatch(pattern as RegExp);
});

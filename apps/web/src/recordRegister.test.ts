import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { allRecords } from "./app/records.js";

const source = __dirname;

/** How code names the nouns whose name means other things as well. */
const narrower: Record<string, RegExp> = {
  // "contact-points" are the e-mail addresses and phones of any record.
  contacts: /\b(contacts|contact(?!-points))\b|Contacts?(?![a-z]|Point)|"CONTACT"/,
  files: /features\/files\/|\bfiles:(read|write)\b|"File"|"FILE"/,
  // Most records have a field of notes, and the app's messages are notes as well.
  notes: /features\/notes\/|\bon Note\b|\bNote(Card|Text)\b|noteEntr(y|ies)|NoteEntry|"NOTE"/,
  // Lists have an order, too.
  orders: /\b(orders|Order)\b|[a-z]Orders(?![a-z])|"ORDER"/,
  // A payment term belongs to a customer.
  payments: /\bpayments?(?![a-z]|Term)|Payments?(?![a-z]|Term)|"PAYMENT"/,
  // A task is a promise elsewhere.
  tasks: /\b(tasks|Task)\b|[a-z]Tasks?(?![a-z])|\bTask[A-Z]|"task"|"TASK"/,
  time: /features\/time\/|\btime:(read|write)\b|timeEntr(y|ies)|TimeEntr|"TIME_ENTRY"/,
};

/** A noun or its plural by itself, as a part of a longer name, or as a value of the API's enum. */
function named(type: string, plural: string): RegExp {
  const names = [`${type.charAt(0).toLowerCase()}${type.slice(1)}`, plural].join("|");
  const within = [type, `${plural.charAt(0).toUpperCase()}${plural.slice(1)}`].join("|");
  const value = type.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
  return new RegExp(`\\b(${names})(?![a-z])|(${within})(?![a-z])|"${value}"`);
}

/** The folder of each kind of record, by the file that defines it. */
const folders = new Map(
  readdirSync(join(source, "features")).flatMap((folder) =>
    readdirSync(join(source, "features", folder))
      .filter((file) => file.endsWith(".record.ts"))
      .flatMap((file) => {
        const text = readFileSync(join(source, "features", folder, file), "utf8");
        return [...text.matchAll(/^ {2}type: "(\w+)",$/gm)].map(
          ([, type]) => [type, folder] as const,
        );
      }),
  ),
);

/** How code names the nouns of the register, by their folders. */
const nouns: Record<string, RegExp> = Object.fromEntries(
  allRecords
    .map(({ type }) => [folders.get(type) ?? type, type] as const)
    .filter(([noun]) => noun !== "customers")
    .map(([noun, type]) => [noun, narrower[noun] ?? named(type, noun)]),
);

/** Registers, which name every noun: one line or one field each. */
const registers = [
  /^app\/(records|pages|profileTabs|shell\/navigation)\.ts$/,
  /^locales\//,
  /^paths\.ts$/,
];

/** What else names a noun, and why. */
const allowed: readonly (readonly [where: RegExp, nouns: readonly string[]])[] = [
  // The profile's own layout: the people in its panel, and files dropped on it.
  [/^app\/profile\/(ProfilePage|DetailsTab|ProfileActions)\.tsx$/, ["contacts", "files"]],
  // One fragment selects the external ids of every kind that has them.
  [
    /^records\/ExternalIds\.tsx$/,
    [
      "contacts",
      "conversations",
      "creditNotes",
      "deals",
      "invoices",
      "notes",
      "orders",
      "payments",
      "projects",
      "quotes",
      "tasks",
      "time",
    ],
  ],
  // The history of a customer says of a new note what the note's own history says.
  [/^features\/activity\/timelineLines\.ts$/, ["notes"]],
  // Who spoke with a customer last did so in a note or a conversation.
  [/^features\/activity\/LastSpoken\.tsx$/, ["conversations"]],
  // Who took part.
  [/^features\/conversations\//, ["contacts"]],
  // A person's own work is made of these two.
  [/^app\/(work\/|apollo\.ts$)/, ["invoices", "tasks"]],
  // The pages that lists of all customers have come one after the other.
  [/^app\/apollo\.ts$/, ["deals"]],
  // A task is written in one line from anywhere.
  [/^app\/shell\/(QuickTaskKey|Shell)\.tsx$/, ["tasks"]],
  // What one is told of: a task that is given to somebody, and a note that names them.
  [/^features\/notifications\/notification\.operations\.ts$/, ["notes", "tasks"]],
  // What entries of the ledger settle.
  [/^records\/documents\/LedgerEntryView\.tsx$/, ["invoices"]],
  // Who may read invoices may read what is left of a credit limit.
  [/^records\/credit\/CreditWarning\.tsx$/, ["invoices"]],
  // Nouns that hold a key to another, and what is made of another.
  [/^features\/quotes\/|^records\/choices\/useDealChoices\.ts$/, ["deals", "orders"]],
  [/^features\/orders\//, ["invoices", "quotes"]],
  [/^features\/invoices\//, ["orders", "payments"]],
  [/^features\/payments\//, ["contacts", "creditNotes", "invoices"]],
  [/^features\/creditNotes\//, ["invoices"]],
  [/^features\/(tasks|time)\/|^records\/choices\/useProjectChoices\.ts$/, ["projects"]],
  [/^features\/projects\//, ["tasks"]],
  // Customers are listed, created, filtered and merged with metrics of what belongs to them.
  [
    /^features\/customers\/(list|create|merge|profile)\/|^features\/customers\/customer\.factory\.ts$/,
    ["contacts", "invoices", "orders", "projects", "tasks", "time"],
  ],
  // What a sheet can hold, and what a row of a bank file pays.
  [
    /^features\/(imports|customers\/export)\//,
    ["contacts", "invoices", "orders", "payments", "projects", "tasks"],
  ],
  // Example queries for developers, and the table of what each role may do.
  [
    /^features\/(developers|settings)\//,
    ["contacts", "invoices", "orders", "projects", "quotes", "tasks"],
  ],
];

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return entry.name === "gql" || entry.name === "test" ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$|^messages\./.test(entry.name)
      ? [relative(source, path)]
      : [];
  });
}

// Comments may speak of nouns; shared rules and enums are no code of a noun, and tabs are the profile's.
const codeOf = (path: string) =>
  readFileSync(join(source, path), "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|[^:])\/\/.*$/gm, "$1")
    .replace(/\btab: "[a-z]+"/g, "")
    .replace(/from "@clientela\/shared\/[^"]*"/g, "");

const mayName = (path: string, noun: string) =>
  path.startsWith(`features/${noun}/`) ||
  registers.some((where) => where.test(path)) ||
  allowed.some(([where, named]) => where.test(path) && named.includes(noun));

it("knows the folder of every noun of the register", () => {
  const folders = readdirSync(join(source, "features"));
  expect(Object.keys(nouns).filter((noun) => !folders.includes(noun))).toEqual([]);
  expect(Object.keys(narrower).filter((noun) => !(noun in nouns))).toEqual([]);
});

it.each(Object.entries(nouns))("only registers and what holds a key name %s", (noun, pattern) => {
  const naming = sources(source).filter(
    (path) => !mayName(path, noun) && pattern.test(codeOf(path)),
  );
  expect(naming).toEqual([]);
});

it("allows nothing that names no noun", () => {
  const paths = sources(source);
  const idle = allowed.flatMap(([where, named]) =>
    named
      .filter((noun) => {
        const pattern = nouns[noun];
        return !paths.some((path) => where.test(path) && pattern?.test(codeOf(path)));
      })
      .map((noun) => `${where.source}: ${noun}`),
  );
  expect(idle).toEqual([]);
});

it.each([
  ["deals", "const count = customer.dealCount;"],
  ["deals", "const fields = { ...openDeals };"],
  ["deals", 'if (recordType === "DEAL") return null;'],
  ["invoices", "t(`invoices.state.PAID`)"],
  ["payments", 'import { PaymentView } from "./PaymentView.js";'],
  ["contacts", "const seesContacts = true;"],
  ["tasks", "const { hasOverdueTasks } = filter;"],
  ["orders", "customer.latestOrders"],
  ["time", 'recordType: "TIME_ENTRY"'],
])("notices %s in: %s", (noun, code) => {
  expect(code).toMatch(nouns[noun] as RegExp);
});

import { readdirSync, readFileSync } from "node:fs";
import type { Random } from "../../src/demo/random.js";

/** What a value is, whatever the header above it says. */
export type ValueKind =
  | "name"
  | "text"
  | "email"
  | "phone"
  | "url"
  | "taxId"
  | "status"
  | "country"
  | "currency"
  | "days"
  | "postalCode"
  | "houseNumber"
  | "areaCode"
  | "code"
  | "tag"
  | "person"
  | "date"
  | "amount";

/** One value in a cell: as it is written, and what a careful person knows it means where that is written otherwise. */
export interface MadeValue {
  kind: ValueKind;
  text: string;
  means?: string;
}

/** A cell of a made sheet: its text, and the values in it. */
export interface MadeCell {
  text: string;
  values: MadeValue[];
}

/** A made sheet: its headers, and one cell for each of them in each row. */
export interface MadeSheet {
  headers: string[];
  rows: MadeCell[][];
}

const FOLDER = new URL("../../src/features/imports/matching/exports/", import.meta.url);

/** The headers of each export of customers, with the field that each goes to; "" where it goes nowhere. */
const EXPORTS = readdirSync(FOLDER)
  .flatMap((file) => readFileSync(new URL(file, FOLDER), "utf8").split(/^## /m))
  .filter((section) => section.includes(" as CUSTOMERS"))
  .map((section) =>
    section
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => ({
        header: line.split(" | ")[0]?.split(" -> ")[0] ?? "",
        field: /-> (\w+)/.exec(line)?.[1] ?? "",
      })),
  );

// Each phone with the column of its area code before it.
const PHONES_WITH_AREA_CODES = [
  { header: "DDD", field: "phoneAreaCode" },
  { header: "Telefone", field: "phone" },
  { header: "DDD celular", field: "phoneAreaCode" },
  { header: "Celular", field: "phone" },
];

const KIND_OF_FIELD: Readonly<Record<string, ValueKind>> = {
  legalName: "name",
  tradeName: "name",
  firstName: "person",
  middleName: "person",
  lastName: "person",
  email: "email",
  phone: "phone",
  phoneAreaCode: "areaCode",
  website: "url",
  taxId: "taxId",
  status: "status",
  country: "country",
  currency: "currency",
  paymentTermDays: "days",
  postalCode: "postalCode",
  streetNumber: "houseNumber",
  number: "code",
  externalId: "code",
  tags: "tag",
  owner: "person",
};

// Few of each, so that rows and files say the same of one another: homonyms, and ids of two systems that meet.
const NAMES = [
  "João Silva",
  "Oficina Horizonte Ltda",
  "Luna SL",
  "Smith & Sons",
  "Padaria São João",
];
const WORDS = [
  "Rua das Hortas",
  "Centro",
  "Recife",
  "Mill Lane",
  "entregar de manhã",
  "Bairro Alto",
];
const TAX_IDS = ["11.444.777/0001-61", "529.982.247-25", "503504564", "B58378431", "5417000123"];
const PLACES: [string, string][] = [
  ["Brasil", "BR"],
  ["Portugal", "PT"],
  ["Spain", "ES"],
  ["US", "US"],
];
const STATES: [string, string][] = [
  ["Ativo", "ACTIVE"],
  ["inactive", "INACTIVE"],
  ["Lead", "LEAD"],
  ["Arquivado", "ARCHIVED"],
];
const TERMS: [string, string][] = [
  ["30", "30"],
  ["Net 15", "15"],
  ["60 dias", "60"],
];
const BLANKS = ["", "", "", " ", "-", "n/a"];

const meant = (kind: ValueKind, [text, means]: [string, string]): MadeValue => ({
  kind,
  text,
  means,
});

function madeValue(random: Random, kind: ValueKind): MadeValue {
  const at = random.int(1, 12);
  const as = (text: string): MadeValue => ({ kind, text });
  switch (kind) {
    case "name":
      return as(random.chance(0.3) ? `Cliente ${random.int(1, 400)}` : random.pick(NAMES));
    case "person":
      return as(random.pick(["Rita", "Bruno Dias", "Moura", "Eva"]));
    case "email":
      return as(`contato${at}@empresa${random.int(1, 3)}.example`);
    case "phone":
      return as(
        random.pick([
          `+55 11 96543-${2_100 + at}`,
          `(21) 3456-78${10 + at}`,
          `+35191345678${at % 10}`,
          `3456-78${10 + at}`,
        ]),
      );
    case "url":
      return as(`${random.pick(["https://", "www.", ""])}empresa${at}.example`);
    case "taxId":
      return as(random.pick(TAX_IDS));
    case "status":
      return meant(kind, random.pick(STATES));
    case "country":
      return meant(kind, random.pick(PLACES));
    case "currency":
      return as(random.pick(["BRL", "EUR", "USD"]));
    case "days":
      return meant(kind, random.pick(TERMS));
    case "postalCode":
      return as(random.pick(["04038-001", "1000-001", "28001", "'01310100"]));
    case "houseNumber":
      return as(random.pick([String(at), "S/N", `${at} A`]));
    case "areaCode":
      return as(random.pick(["11", "021", "(31)", "0xx41", "S/N"]));
    case "code":
      return as(random.chance(0.5) ? String(at) : `C-${at}`);
    case "tag":
      return as(random.pick(["vip", "varejo", "feira 2026"]));
    case "date":
      return as(random.pick(["2026-03-04", "05/12/1980", "00/00/0000"]));
    case "amount":
      return as(random.pick(["1.234,50", "$1,477.50", "0"]));
    case "text":
      return as(`${random.pick(WORDS)}${random.chance(0.3) ? ` ${at}` : ""}`);
  }
}

const KINDS = [...new Set(Object.values(KIND_OF_FIELD)), "text", "date", "amount"] as const;
const SEVERAL: Partial<Record<ValueKind, readonly string[]>> = {
  email: ["; ", ", ", " / ", " ::: "],
  phone: [" / ", "; ", ", "],
  taxId: [" / ", "; "],
  url: [" ", "; "],
  tag: [", ", ";", " ::: "],
};

function cellOf(random: Random, kind: ValueKind): MadeCell {
  if (random.chance(0.2)) return { text: random.pick(BLANKS), values: [] };
  const between = SEVERAL[kind];
  const count = between && random.chance(0.2) ? random.int(2, 3) : 1;
  const values = Array.from({ length: count }, () => madeValue(random, kind));
  const text = values.map((one) => one.text).join(between ? random.pick(between) : " ");
  return { text, values };
}

/**
 * A sheet with headers of some export, in any order, some of them twice or of another export, over values of
 * their kind, and now and then over those of another one.
 */
export function randomSheet(random: Random, mostRows: number): MadeSheet {
  const own = random.pick(EXPORTS);
  const columns = own.filter(({ field }) => random.chance(field === "legalName" ? 0.9 : 0.5));
  for (let more = random.int(0, 3); more > 0; more -= 1)
    columns.splice(random.int(0, columns.length), 0, random.pick(random.pick(EXPORTS)));
  if (random.chance(0.1)) columns.push(...PHONES_WITH_AREA_CODES);
  if (!columns.some(({ field }) => field === "legalName"))
    columns.unshift({ header: "Nome", field: "legalName" });
  const kinds = columns.map(({ field }): ValueKind => {
    const contradicts = field !== "legalName" && random.chance(0.12);
    return contradicts ? random.pick(KINDS) : (KIND_OF_FIELD[field] ?? "text");
  });
  const rows = Array.from({ length: random.int(1, mostRows) }, () =>
    kinds.map((kind) => {
      // Now and then one cell is not of its column's kind.
      const isOdd = random.chance(0.03);
      return cellOf(random, isOdd ? random.pick(KINDS) : kind);
    }),
  );
  return { headers: columns.map(({ header }) => header), rows };
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** The sheet as a CSV file; its rows begin on line 2. */
export const csvOf = ({ headers, rows }: MadeSheet): string =>
  [headers, ...rows.map((row) => row.map(({ text }) => text))]
    .map((cells) => `${cells.map(quoted).join(",")}\n`)
    .join("");

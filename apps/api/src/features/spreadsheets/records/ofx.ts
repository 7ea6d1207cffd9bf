import { readFile, stat } from "node:fs/promises";
import type { ReadLimits } from "../limits.js";
import { ReadError } from "../readError.js";
import type { RowSource } from "../source.js";
import { type FileRecord, type RecordValue, recordSource } from "./recordSource.js";

/** The elements of a transaction that are read, and what their columns are called. */
const COLUMNS: Readonly<Record<string, string>> = {
  DTPOSTED: "Payment date",
  TRNAMT: "Amount",
  NAME: "Payer",
  MEMO: "Description",
  CHECKNUM: "Document",
  REFNUM: "Reference number",
};
const KINDS: Readonly<Record<string, RecordValue["kind"]>> = { TRNAMT: "n" };

// What encloses others, in the versions without end tags too; everything else is a value.
const AGGREGATES = new Set([
  ...[
    "OFX",
    "BANKMSGSRSV1",
    "CREDITCARDMSGSRSV1",
    "STMTTRNRS",
    "CCSTMTTRNRS",
    "STMTRS",
    "CCSTMTRS",
  ],
  ...["BANKACCTFROM", "CCACCTFROM", "BANKTRANLIST", "STMTTRN", "PAYEE", "BANKACCTTO", "CCACCTTO"],
]);
const BYTES_OF_A_MEGABYTE = 1024 ** 2;
const MAX_OFX_MB = 64;

/**
 * A bank's OFX file, of version 1 (SGML) or 2 (XML), as a source of rows, a transaction in each. Raises `fileTruncated`
 * where its end is missing, and `xmlDoctype` where it declares entities.
 */
export async function openOfx(path: string, limits: ReadLimits): Promise<RowSource> {
  const { size } = await stat(path);
  if (size > MAX_OFX_MB * BYTES_OF_A_MEGABYTE) {
    throw new ReadError("recordTooLong", { line: 1, limit: MAX_OFX_MB * BYTES_OF_A_MEGABYTE });
  }
  const text = decoded(await readFile(path));
  return recordSource("ofx", () => transactions(text, limits));
}

/**
 * The header names an encoding, but banks write it without looking: what is UTF-8 throughout is UTF-8, and everything
 * else Windows-1252, of which the other declared encodings are a part.
 */
function decoded(bytes: Buffer): string {
  const start = bytes.toString("latin1", 0, 2);
  if (start === "\xff\xfe") return new TextDecoder("utf-16le").decode(bytes);
  if (start === "\xfe\xff") return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The account that transactions are of: what makes the bank's ids of them unique. */
interface Account {
  bank: string;
  number: string;
  currency: string;
}

async function* transactions(text: string, limits: ReadLimits): AsyncGenerator<FileRecord> {
  const begin = text.search(/<OFX>/i);
  const declared = /<!(?:DOCTYPE|ENTITY)[^>]{0,40}/i.exec(text)?.[0];
  if (declared !== undefined) throw new ReadError("xmlDoctype", { part: declared });
  if (begin < 0 || !/<\/OFX>\s*$/i.test(text)) throw new ReadError("fileTruncated");
  const account: Account = { bank: "", number: "", currency: "" };
  let values: Map<string, string> | null = null;
  let inPayee = false;
  let line = 0;
  for (const { name, isEnd, value } of elements(text.slice(begin), limits)) {
    if (name === "STMTTRN" && !isEnd) {
      if (values) throw new ReadError("fileTruncated");
      line += 1;
      values = new Map();
    } else if (name === "STMTTRN") {
      if (values) yield { line, values: columnsOf(values, account) };
      values = null;
    } else if (isEnd) {
      if (name === "PAYEE") inPayee = false;
    } else if (name === "PAYEE") inPayee = true;
    else if (value === "" || AGGREGATES.has(name)) continue;
    else if (values) {
      if (!values.has(name)) values.set(name, value);
    } else note(account, name, value);
  }
  if (values || inPayee) throw new ReadError("fileTruncated");
}

function note(account: Account, name: string, value: string): void {
  if (name === "CURDEF") account.currency = value;
  else if (name === "BANKID") account.bank = value;
  else if (name === "ACCTID") account.number = value;
}

function* elements(
  text: string,
  { maxRecordChars }: ReadLimits,
): Generator<{ name: string; isEnd: boolean; value: string }> {
  for (const [, end, name = "", written = ""] of text.matchAll(/<(\/?)([A-Za-z][\w.]*)>([^<]*)/g)) {
    if (written.length > maxRecordChars) {
      throw new ReadError("recordTooLong", { line: 1, limit: maxRecordChars });
    }
    yield { name: name.toUpperCase(), isEnd: end === "/", value: unescaped(written).trim() };
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

// What is no entity stays as it is written: banks leave a bare "&" in names.
const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

function columnsOf(
  values: ReadonlyMap<string, string>,
  account: Account,
): Map<string, RecordValue> {
  const columns = new Map<string, RecordValue>();
  for (const [name, column] of Object.entries(COLUMNS)) {
    const text = read(name, values.get(name) ?? "");
    const kind = KINDS[name];
    if (text) columns.set(column, kind && /^-?[\d.]+$/.test(text) ? { text, kind } : { text });
  }
  const currency = values.get("CURSYM") ?? account.currency;
  if (currency) columns.set("Currency", { text: currency });
  const id = values.get("FITID");
  // Banks use one id for several transactions at times, never on one day with one amount.
  if (id) {
    const text = [columns.get("Payment date")?.text, columns.get("Amount")?.text, id].join(" ");
    columns.set(`External ID: ${sourceOf(account)}`, { text });
  }
  return columns;
}

const sourceOf = ({ bank, number }: Account): string =>
  ["bank", bank, number].filter(Boolean).join(" ").slice(0, 100);

function read(name: string, text: string): string {
  if (name === "DTPOSTED") {
    const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(text) ?? [];
    return day === undefined ? text : `${year}-${month}-${day}`;
  }
  // Either mark of decimals is allowed; groups of thousands are not.
  return name === "TRNAMT" ? text.replace(/^\+/, "").replace(/,(?=\d{1,2}$)/, ".") : text;
}

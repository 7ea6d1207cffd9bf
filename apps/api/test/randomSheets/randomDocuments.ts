import { invoicesSheet } from "@clientela/shared/documents/invoices.sheet";
import type { Random } from "../../src/demo/random.js";
import { makeXlsx, rowXml } from "../../src/features/spreadsheets/reading.factory.js";

/** A line of a made invoice; amounts in hundredths. */
export interface MadeLine {
  description: string;
  quantity: number;
  unitPrice: number;
}

/** An invoice as whoever wrote the file meant it. */
export interface MadeInvoice {
  number: string;
  customer: string;
  issuedOn: string;
  currency: string;
  lines: MadeLine[];
}

/** A file with one row for each line of its invoices. */
export interface MadeFile {
  name: string;
  contents: string | Buffer;
  invoices: MadeInvoice[];
  /** Rows that say something of the file. */
  footers: number;
  isEncodedTwice: boolean;
}

/** The customers that files name. */
export const CUSTOMERS = ["Ligação Ltda", "Ação & Reação SA", "Smith Sons"];

const THINGS = ["Pão de ló", "Café; moído", 'Tubo 5"', "Instalação, à hora", "Licença", "Frete"];
const FIELDS = [
  "number",
  "customerName",
  "issuedOn",
  "currency",
  "lineDescription",
  "lineQuantity",
  "lineUnitPrice",
  "lineTotal",
] as const;
type Field = (typeof FIELDS)[number];

/** A cell before it is written: a text, an amount or a day. */
type Cell = string | { amount: number } | { day: string };

function headerOf(random: Random, field: Field): string {
  const column = invoicesSheet.columns.find(({ key }) => key === field);
  if (!column) throw new Error(`invoices have no ${field}`);
  return random.pick(Object.values(column.labels));
}

const dayOf = (random: Random): string =>
  new Date(Date.UTC(2019 + random.int(0, 7), random.int(0, 11), random.int(13, 28)))
    .toISOString()
    .slice(0, 10);

function invoiceOf(random: Random, number: string): MadeInvoice {
  const lines = Array.from({ length: random.int(1, 4) }, () => ({
    description: random.pick(THINGS),
    quantity: random.int(1, 9),
    unitPrice: random.int(1, 300_000),
  }));
  return {
    number,
    customer: random.pick(CUSTOMERS),
    issuedOn: dayOf(random),
    currency: random.pick(["BRL", "EUR", "USD"]),
    lines,
  };
}

// Lines of one invoice mostly stand together, and what is true of all is written once or each time.
function cellsOf(random: Random, invoices: readonly MadeInvoice[]): Record<Field, Cell>[] {
  const isRepeated = random.chance(0.5);
  const rows = invoices.flatMap((invoice) =>
    invoice.lines.map(({ description, quantity, unitPrice }, at): Record<Field, Cell> => {
      const isSaid = at === 0 || isRepeated;
      return {
        number: invoice.number,
        customerName: isSaid ? invoice.customer : "",
        issuedOn: isSaid ? { day: invoice.issuedOn } : "",
        currency: isSaid ? invoice.currency : "",
        lineDescription: description,
        lineQuantity: String(quantity),
        lineUnitPrice: { amount: unitPrice },
        lineTotal: { amount: quantity * unitPrice },
      };
    }),
  );
  const isMixed = isRepeated && random.chance(0.3);
  return isMixed
    ? rows.toSorted((a, b) => (textOf(a.lineQuantity) < textOf(b.lineQuantity) ? -1 : 1))
    : rows;
}

const textOf = (cell: Cell): string => (typeof cell === "string" ? cell : "");
const hundredths = (amount: number) => (amount / 100).toFixed(2);

/** How numbers and days of a text file are written. */
interface Style {
  decimal: "." | ",";
  isDayFirst: boolean;
}

function written(cell: Cell, { decimal, isDayFirst }: Style): string {
  if (typeof cell === "string") return cell;
  if ("day" in cell) {
    const [year, month, day] = cell.day.split("-");
    return isDayFirst ? `${day}/${month}/${year}` : cell.day;
  }
  const [whole = "", fraction = ""] = hundredths(cell.amount).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, decimal === "," ? "." : ",");
  return `${grouped}${decimal}${fraction}`;
}

function csvOf(random: Random, headers: string[], rows: Record<Field, Cell>[], order: Field[]) {
  const style: Style = { decimal: random.pick([".", ","]), isDayFirst: random.chance(0.7) };
  const delimiter = random.pick([";", "\t", ","]);
  const footers = random.chance(0.4) ? ["Total geral", `Total: ${rows.length} registros`] : [];
  const lines = [
    headers,
    ...rows.map((row) => order.map((field) => written(row[field], style))),
    ...footers.map((text) => order.map((_, at) => (at === 0 ? text : ""))),
  ];
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const text = lines.map((cells) => `${cells.map(quote).join(delimiter)}\r\n`).join("");
  const hasAccents = /[^\p{ASCII}]/u.test(text);
  const isEncodedTwice = random.chance(0.25) && hasAccents;
  const contents = isEncodedTwice ? Buffer.from(text, "utf8").toString("latin1") : text;
  return { contents, footers: footers.length, isEncodedTwice };
}

const MS_A_DAY = 86_400_000;

function workbookOf(
  random: Random,
  headers: string[],
  rows: Record<Field, Cell>[],
  order: Field[],
) {
  const date1904 = random.chance(0.5);
  const start = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const xml = (cell: Cell): string => {
    if (typeof cell === "string") return cell;
    if ("amount" in cell) return `<c><v>${hundredths(cell.amount)}</v></c>`;
    return `<c s="1"><v>${(Date.parse(cell.day) - start) / MS_A_DAY}</v></c>`;
  };
  const data = [headers, ...rows.map((row) => order.map((field) => xml(row[field])))]
    .map((cells, at) => rowXml(at + 1, cells))
    .join("");
  const contents = makeXlsx({
    sheets: [{ name: "Faturas", data }],
    formats: ["dd/mm/yyyy"],
    date1904,
  });
  return { contents, footers: 0, isEncodedTwice: false };
}

/** A file of invoices with their lines on rows of their own, in any order of columns, as text or workbook. */
export function randomDocuments(random: Random, prefix: string): MadeFile {
  const invoices = Array.from({ length: random.int(1, 5) }, (_, at) =>
    invoiceOf(random, `${prefix}-${at + 1}`),
  );
  const order = [...FIELDS].toSorted(() => (random.chance(0.5) ? 1 : -1));
  const headers = order.map((field) => headerOf(random, field));
  const rows = cellsOf(random, invoices);
  const isWorkbook = random.chance(0.4);
  const made = (isWorkbook ? workbookOf : csvOf)(random, headers, rows, order);
  return { name: `${prefix}.${isWorkbook ? "xlsx" : "csv"}`, invoices, ...made };
}

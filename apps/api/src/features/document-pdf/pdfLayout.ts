import type { Locale } from "@clientela/shared/values/locales";
import type { Content, DocumentDefinition } from "pdfmake";
import {
  amountIn,
  dayIn,
  percentIn,
  priceIn,
  quantityIn,
} from "../../platform/graph/valueTexts.js";
import { type PdfTexts, pdfTexts } from "./pdfTexts.js";
import type { Party, PrintedDocument, PrintedFact, PrintedLine } from "./printedDocument.js";

const GREY = "#5b6270";
const RULE = "#d5d8de";

/** The page of a document, as pdfmake draws it. */
export function pdfLayout(document: PrintedDocument): DocumentDefinition {
  const { language, kind, number, mark, from, to, notes } = document;
  const texts = pdfTexts[language];
  const title = `${texts.kinds[kind]} ${number}`;
  return {
    info: { title, author: from.name },
    language,
    pageSize: "A4",
    pageMargins: [48, 48, 48, 64],
    defaultStyle: { font: "Roboto", fontSize: 9.5, lineHeight: 1.2 },
    ...(mark && { watermark: { text: texts.marks[mark], color: "#b8433b", opacity: 0.12 } }),
    content: [
      { columns: [party(from), { text: title, fontSize: 17, bold: true, alignment: "right" }] },
      { text: "", margin: [0, 0, 0, 18] },
      {
        columns: [
          { stack: [{ text: texts.to, color: GREY, fontSize: 8.5 }, party(to)] },
          { width: "auto", table: { body: factRows(document, texts) }, layout: "noBorders" },
        ],
        columnGap: 24,
      },
      { ...linesTable(document, texts), margin: [0, 20, 0, 8] },
      totals(document, texts),
      ...(notes === null ? [] : notesOf(notes, texts)),
    ],
    footer: (page, pages) => ({
      margin: [48, 20, 48, 0],
      columns: [
        { text: texts.notFiscal, color: GREY, fontSize: 8 },
        { text: texts.page(page, pages), color: GREY, fontSize: 8, alignment: "right", width: 90 },
      ],
    }),
  };
}

const notesOf = (notes: string, texts: PdfTexts): Content[] => [
  { text: texts.notes, color: GREY, fontSize: 8.5, margin: [0, 18, 0, 2] },
  { text: notes },
];

const party = ({ name, lines }: Party): Content => ({
  stack: [{ text: name, bold: true, fontSize: 11 }, ...lines.map((text) => ({ text }))],
});

function factText(fact: PrintedFact, language: Locale): string | null {
  if ("text" in fact) return fact.text;
  return fact.date === null ? null : dayIn(fact.date, language);
}

function factRows({ facts, language }: PrintedDocument, texts: PdfTexts): Content[][] {
  const rows = facts.flatMap((fact): Content[][] => {
    const text = factText(fact, language);
    if (text === null) return [];
    return [
      [
        { text: texts.facts[fact.label], color: GREY },
        { text, alignment: "right" },
      ],
    ];
  });
  // A table needs a row.
  return rows.length > 0 ? rows : [[{ text: "" }, { text: "" }]];
}

interface LineColumn {
  head: string;
  width: number | "*";
  cell: (line: PrintedLine) => string;
}

/** The columns of the lines; what no line has gets none. */
function lineColumns(
  { lines, language, currency }: PrintedDocument,
  texts: PdfTexts,
): LineColumn[] {
  const share = (head: string, of: (line: PrintedLine) => string): LineColumn[] =>
    lines.some((line) => !isZero(of(line)))
      ? [
          {
            head,
            width: 46,
            cell: (line) => (isZero(of(line)) ? "" : percentIn(of(line), language)),
          },
        ]
      : [];
  const quantity = ({ quantity: amount, unit }: PrintedLine) =>
    `${quantityIn(amount, language)}${unit === null ? "" : ` ${unit}`}`;
  return [
    { head: texts.description, width: "*", cell: ({ description }) => description },
    { head: texts.quantity, width: 62, cell: quantity },
    {
      head: texts.unitPrice,
      width: 80,
      cell: ({ unitPrice }) => priceIn({ amount: unitPrice, currency }, language),
    },
    ...share(texts.discount, ({ discount }) => discount),
    ...share(texts.tax, ({ taxRate }) => taxRate),
    {
      head: texts.lineTotal,
      width: 82,
      cell: ({ total }) => amountIn({ amount: total, currency }, language),
    },
  ];
}

function linesTable(document: PrintedDocument, texts: PdfTexts): Content {
  const columns = lineColumns(document, texts);
  const alignment = (index: number) => (index === 0 ? ("left" as const) : ("right" as const));
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => width),
      body: [
        columns.map(({ head: text }, index) => ({
          text,
          color: GREY,
          fontSize: 8.5,
          alignment: alignment(index),
        })),
        ...document.lines.map((line) =>
          columns.map(({ cell }, index) => ({ text: cell(line), alignment: alignment(index) })),
        ),
      ],
    },
    layout: {
      hLineWidth: () => 0.5,
      hLineColor: () => RULE,
      vLineWidth: () => 0,
      paddingLeft: (column: number) => (column === 0 ? 0 : 4),
      paddingRight: (column: number) => (column === columns.length - 1 ? 0 : 4),
      paddingTop: () => 4,
      paddingBottom: () => 4,
    },
  };
}

function totals(document: PrintedDocument, texts: PdfTexts): Content {
  const { language, currency, subtotal, taxes, total, settlement } = document;
  const amount = (value: string) => amountIn({ amount: value, currency }, language);
  const row = (label: string, value: string, bold = false): Content[] => [
    { text: label, bold, alignment: "right" },
    { text: amount(value), bold, alignment: "right" },
  ];
  const taxRows = taxes.map(({ rate, net, tax }) =>
    row(texts.taxOf(percentIn(rate, language), amount(net)), tax),
  );
  return {
    table: {
      widths: ["*", "auto"],
      body: [
        ...(taxRows.length > 0 ? [row(texts.subtotal, subtotal), ...taxRows] : []),
        row(texts.total, total, true),
        ...(settlement && !isZero(settlement.paid)
          ? [row(texts.paid, settlement.paid), row(texts.balance, settlement.balance, true)]
          : []),
      ],
    },
    layout: "noBorders",
    // Totals stay together on one page.
    unbreakable: true,
  };
}

const isZero = (decimal: string): boolean => /^-?0+(?:\.0+)?$/.test(decimal);

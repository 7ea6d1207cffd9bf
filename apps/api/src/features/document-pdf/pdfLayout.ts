import type { Locale } from "@clientela/shared/values/locales";
import type { Content, DocumentDefinition } from "pdfmake";
import {
  amountIn,
  dayIn,
  percentIn,
  priceIn,
  quantityIn,
} from "../../platform/graph/valueTexts.js";
import { GREY, headerCell, headPart, pageFrame, ruledLayout } from "./pageParts.js";
import { type PdfTexts, pdfTexts } from "./pdfTexts.js";
import type { PrintedDocument, PrintedFact, PrintedLine } from "./printedDocument.js";

/** The page of a document, as pdfmake draws it. */
export function pdfLayout(document: PrintedDocument): DocumentDefinition {
  const { language, kind, number, mark, from, to, notes } = document;
  const texts = pdfTexts[language];
  const title = `${texts.kinds[kind]} ${number}`;
  return {
    info: { title, author: from.name },
    language,
    ...pageFrame(texts.notFiscal, texts.page),
    ...(mark && { watermark: { text: texts.marks[mark], color: "#b8433b", opacity: 0.12 } }),
    content: [
      ...headPart(from, title, { label: texts.to, party: to }, factsOf(document, texts)),
      { ...linesTable(document, texts), margin: [0, 20, 0, 8] },
      totals(document, texts),
      ...(notes === null ? [] : notesOf(notes, texts)),
    ],
  };
}

const notesOf = (notes: string, texts: PdfTexts): Content[] => [
  { text: texts.notes, color: GREY, fontSize: 8.5, margin: [0, 18, 0, 2] },
  { text: notes },
];

function factText(fact: PrintedFact, language: Locale): string | null {
  if ("text" in fact) return fact.text;
  return fact.date === null ? null : dayIn(fact.date, language);
}

function factsOf(
  { facts, language }: PrintedDocument,
  texts: PdfTexts,
): { label: string; text: string }[] {
  return facts.flatMap((fact) => {
    const text = factText(fact, language);
    return text === null ? [] : [{ label: texts.facts[fact.label], text }];
  });
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
        columns.map(({ head }, index) => headerCell(head, alignment(index))),
        ...document.lines.map((line) =>
          columns.map(({ cell }, index) => ({ text: cell(line), alignment: alignment(index) })),
        ),
      ],
    },
    layout: ruledLayout(columns.length),
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

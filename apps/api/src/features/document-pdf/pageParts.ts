import type { Content, DocumentDefinition, TableLayout } from "pdfmake";
import type { Party } from "./printedDocument.js";

/** The colour of what is said aside. */
export const GREY = "#5b6270";
const RULE = "#d5d8de";

/** What every page has: its size, its font, and a footer with a note and the number of the page. */
export const pageFrame = (
  note: string,
  numbered: (page: number, pages: number) => string,
): Pick<DocumentDefinition, "pageSize" | "pageMargins" | "defaultStyle" | "footer"> => ({
  pageSize: "A4",
  pageMargins: [48, 48, 48, 64],
  defaultStyle: { font: "Roboto", fontSize: 9.5, lineHeight: 1.2 },
  footer: (page, pages) => ({
    margin: [48, 20, 48, 0],
    columns: [
      { text: note, color: GREY, fontSize: 8 },
      { text: numbered(page, pages), color: GREY, fontSize: 8, alignment: "right", width: 90 },
    ],
  }),
});

/** Who issues a page or receives it. */
export const partyPart = ({ name, lines }: Party): Content => ({
  stack: [{ text: name, bold: true, fontSize: 11 }, ...lines.map((text) => ({ text }))],
});

/** The head of a page: who issues it, what it is, who gets it, and what is said next to that. */
export function headPart(
  from: Party,
  title: string,
  to: { label: string; party: Party },
  facts: readonly { label: string; text: string }[],
): Content[] {
  const rows = facts.map(({ label, text }): Content[] => [
    { text: label, color: GREY },
    { text, alignment: "right" },
  ]);
  return [
    { columns: [partyPart(from), { text: title, fontSize: 17, bold: true, alignment: "right" }] },
    { text: "", margin: [0, 0, 0, 18] },
    {
      columns: [
        { stack: [{ text: to.label, color: GREY, fontSize: 8.5 }, partyPart(to.party)] },
        {
          width: "auto",
          // A table needs a row.
          table: { body: rows.length > 0 ? rows : [[{ text: "" }, { text: "" }]] },
          layout: "noBorders",
        },
      ],
      columnGap: 24,
    },
  ];
}

/** A cell of a table's header. */
export const headerCell = (text: string, alignment: "left" | "right"): Content => ({
  text,
  color: GREY,
  fontSize: 8.5,
  alignment,
});

/** A table of so many columns whose rows are parted by thin lines. */
export const ruledLayout = (columns: number): TableLayout => ({
  hLineWidth: () => 0.5,
  hLineColor: () => RULE,
  vLineWidth: () => 0,
  paddingLeft: (column) => (column === 0 ? 0 : 4),
  paddingRight: (column) => (column === columns - 1 ? 0 : 4),
  paddingTop: () => 4,
  paddingBottom: () => 4,
});

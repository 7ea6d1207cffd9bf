import { add } from "@clientela/shared/values/money";
import type { Content, DocumentDefinition } from "pdfmake";
import { amountIn, dayIn } from "../../../platform/graph/valueTexts.js";
import { headerCell, headPart, pageFrame, ruledLayout } from "../pageParts.js";
import type { PrintedAccount, PrintedStatement } from "./printedStatement.js";
import { type StatementTexts, statementTexts } from "./statementTexts.js";

/** The pages of a statement of account, as pdfmake draws them. */
export function statementLayout(statement: PrintedStatement): DocumentDefinition {
  const { language, from, to, period, kind, accounts } = statement;
  const texts = statementTexts[language];
  const days = texts.days(dayIn(period.from, language), dayIn(period.to, language));
  return {
    info: { title: `${texts.title} ${statement.number}`, author: from.name },
    language,
    ...pageFrame(texts.notFiscal, texts.page),
    content: [
      ...headPart(from, texts.title, { label: texts.to, party: to }, [
        { label: texts.period, text: days },
        ...(kind === null ? [] : [{ label: texts.side, text: texts.sides[kind] }]),
      ]),
      ...(accounts.length === 0 ? [{ text: texts.noMovements, ...spaced }] : []),
      ...accounts.flatMap((account) => [
        heading(texts.account(account.currency)),
        movementTable(account, statement, texts),
        ...(account.openItems.length === 0
          ? []
          : [
              heading(texts.openItems(dayIn(period.to, language))),
              openItemTable(account, statement, texts),
            ]),
      ]),
    ],
  };
}

const spaced = { margin: [0, 20, 0, 4] as [number, number, number, number] };

const heading = (text: string): Content => ({ text, bold: true, fontSize: 11, ...spaced });

interface Column {
  head: string;
  width: number | "*";
  isAmount?: boolean;
}

/** A table whose first rows and last row are bold where they say so. */
function table(columns: readonly Column[], rows: readonly Content[][]): Content {
  const alignmentOf = ({ isAmount }: Column) => (isAmount ? ("right" as const) : ("left" as const));
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => width),
      body: [
        columns.map((column) => headerCell(column.head, alignmentOf(column))),
        ...rows.map((cells) =>
          cells.map((cell, index) => ({
            ...cell,
            alignment: columns[index]?.isAmount ? ("right" as const) : ("left" as const),
          })),
        ),
      ],
    },
    layout: ruledLayout(columns.length),
  };
}

const bold = (text: string): Content => ({ text, bold: true });
const plain = (text: string | null): Content => ({ text: text ?? "" });

function movementTable(
  { currency, opening, debits, credits, closing, movements }: PrintedAccount,
  { language, period }: PrintedStatement,
  texts: StatementTexts,
): Content {
  const amount = (value: string) => amountIn({ amount: value, currency }, language);
  // A column of zeros would hide what is a debit and what a credit.
  const unlessZero = (value: string) => (Number(value) === 0 ? "" : amount(value));
  return table(
    [
      { head: texts.date, width: 54 },
      { head: texts.document, width: 104 },
      { head: texts.description, width: "*" },
      { head: texts.debit, width: 70, isAmount: true },
      { head: texts.credit, width: 70, isAmount: true },
      { head: texts.balance, width: 74, isAmount: true },
    ],
    [
      [
        bold(dayIn(period.from, language)),
        bold(texts.opening),
        ...[plain(""), plain(""), plain("")],
        bold(amount(opening)),
      ],
      ...movements.map(({ date, type, reference, description, debit, credit, balance }) => [
        plain(dayIn(date, language)),
        plain([texts.movements[type], reference].filter(Boolean).join(" ")),
        plain(description),
        plain(unlessZero(debit)),
        plain(unlessZero(credit)),
        plain(amount(balance)),
      ]),
      [
        bold(dayIn(period.to, language)),
        bold(texts.closing),
        plain(""),
        bold(unlessZero(debits)),
        bold(unlessZero(credits)),
        bold(amount(closing)),
      ],
    ],
  );
}

function openItemTable(
  { currency, openItems }: PrintedAccount,
  { language }: PrintedStatement,
  texts: StatementTexts,
): Content {
  const amount = (value: string) => amountIn({ amount: value, currency }, language);
  return table(
    [
      { head: texts.document, width: "*" },
      { head: texts.issuedOn, width: 60 },
      { head: texts.dueOn, width: 60 },
      { head: texts.daysPastDue, width: 70, isAmount: true },
      { head: texts.open, width: 84, isAmount: true },
    ],
    [
      ...openItems.map(({ type, reference, issuedOn, dueOn, daysPastDue, open }) => [
        plain([texts.movements[type], reference].filter(Boolean).join(" ")),
        plain(dayIn(issuedOn, language)),
        plain(dueOn && dayIn(dueOn, language)),
        plain(daysPastDue ? String(daysPastDue) : ""),
        plain(amount(open)),
      ]),
      [
        bold(texts.total),
        ...[plain(""), plain(""), plain("")],
        bold(amount(openItems.reduce((sum, { open }) => add(sum, open), "0"))),
      ],
    ],
  );
}

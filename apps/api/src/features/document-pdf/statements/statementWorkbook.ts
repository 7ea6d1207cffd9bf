import type { CellStyle, CellValue } from "hucre";
import {
  dateCell,
  decimalCell,
  type Sheet,
  workbookBytes,
} from "../../spreadsheets/xlsx/workbookWriter.js";
import type { PrintedAccount, PrintedStatement } from "./printedStatement.js";
import { type StatementTexts, statementTexts } from "./statementTexts.js";

/** A statement of account as a workbook: a sheet of its movements, and one of what was open at the end. */
export function statementWorkbook(statement: PrintedStatement): Promise<Uint8Array> {
  const texts = statementTexts[statement.language];
  const { accounts } = statement;
  const decimals = Math.max(0, ...accounts.map(({ closing }) => decimalsOf(closing)));
  const money: CellStyle = { numFmt: decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}` };
  return workbookBytes([
    movementSheet(statement, texts, money),
    openItemSheet(statement, texts, money),
  ]);
}

const decimalsOf = (amount: string): number => amount.split(".")[1]?.length ?? 0;

const text = (head: string, width: number) => ({ head, width });
const amounts = (head: string, style: CellStyle) => ({ head, width: 16, style });

function movementSheet(
  { period, accounts }: PrintedStatement,
  texts: StatementTexts,
  money: CellStyle,
): Sheet {
  const rowsOf = ({ currency, movements, ...account }: PrintedAccount): CellValue[][] => [
    [
      currency,
      dateCell(period.from),
      texts.opening,
      ...[null, null, null, null],
      decimalCell(account.opening),
    ],
    ...movements.map(({ date, type, reference, description, debit, credit, balance }) => [
      currency,
      dateCell(date),
      texts.movements[type],
      reference,
      description,
      decimalCell(debit),
      decimalCell(credit),
      decimalCell(balance),
    ]),
    [
      currency,
      dateCell(period.to),
      texts.closing,
      ...[null, null],
      decimalCell(account.debits),
      decimalCell(account.credits),
      decimalCell(account.closing),
    ],
  ];
  return {
    name: texts.title,
    columns: [
      text(texts.currency, 10),
      text(texts.date, 12),
      text(texts.type, 24),
      text(texts.document, 20),
      text(texts.description, 40),
      amounts(texts.debit, money),
      amounts(texts.credit, money),
      amounts(texts.balance, money),
    ],
    rows: accounts.flatMap(rowsOf),
  };
}

function openItemSheet(
  { accounts }: PrintedStatement,
  texts: StatementTexts,
  money: CellStyle,
): Sheet {
  return {
    name: texts.openItemsSheet,
    columns: [
      text(texts.currency, 10),
      text(texts.type, 24),
      text(texts.document, 20),
      text(texts.issuedOn, 12),
      text(texts.dueOn, 12),
      text(texts.daysPastDue, 14),
      amounts(texts.open, money),
    ],
    rows: accounts.flatMap(({ currency, openItems }) =>
      openItems.map(({ type, reference, issuedOn, dueOn, daysPastDue, open }) => [
        currency,
        texts.movements[type],
        reference,
        dateCell(issuedOn),
        dueOn === null ? null : dateCell(dueOn),
        daysPastDue,
        decimalCell(open),
      ]),
    ),
  };
}

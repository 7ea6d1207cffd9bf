import type { InvoiceKind } from "@clientela/shared/records/enums";
import type { Locale } from "@clientela/shared/values/locales";
import type { PrintedMovementType } from "./printedStatement.js";

/** The fixed texts of a statement of account in one language. */
export interface StatementTexts {
  title: string;
  period: string;
  /** Takes the first and the last day. */
  days: (from: string, to: string) => string;
  side: string;
  sides: Record<InvoiceKind, string>;
  to: string;
  account: (currency: string) => string;
  currency: string;
  date: string;
  type: string;
  document: string;
  description: string;
  debit: string;
  credit: string;
  balance: string;
  opening: string;
  closing: string;
  movements: Record<PrintedMovementType, string>;
  noMovements: string;
  /** Takes the last day. */
  openItems: (day: string) => string;
  openItemsSheet: string;
  issuedOn: string;
  dueOn: string;
  daysPastDue: string;
  open: string;
  total: string;
  notFiscal: string;
  page: (page: number, pages: number) => string;
}

const english: StatementTexts = {
  title: "Statement of account",
  period: "Period",
  days: (from, to) => `${from} to ${to}`,
  side: "Account",
  sides: { SALES: "Receivables", PURCHASE: "Payables" },
  to: "To",
  account: (currency) => `Account in ${currency}`,
  currency: "Currency",
  date: "Date",
  type: "Type",
  document: "Document",
  description: "Description",
  debit: "Debit",
  credit: "Credit",
  balance: "Balance",
  opening: "Opening balance",
  closing: "Closing balance",
  movements: {
    INVOICE: "Invoice",
    PAYMENT: "Payment",
    CREDIT_NOTE: "Credit note",
    REVERSAL: "Reversed payment",
    CANCELLED_CREDIT_NOTE: "Cancelled credit note",
  },
  noMovements: "Nothing moved up to the last day of this period.",
  openItems: (day) => `Open items on ${day}`,
  openItemsSheet: "Open items",
  issuedOn: "Date",
  dueOn: "Due date",
  daysPastDue: "Days past due",
  open: "Open",
  total: "Total",
  notFiscal:
    "Debits raise what is owed to us, credits lower it. Commercial document, not a tax document.",
  page: (page, pages) => `Page ${page} of ${pages}`,
};

const brazilian: StatementTexts = {
  title: "Extrato da conta",
  period: "Período",
  days: (from, to) => `${from} a ${to}`,
  side: "Conta",
  sides: { SALES: "Contas a receber", PURCHASE: "Contas a pagar" },
  to: "Para",
  account: (currency) => `Conta em ${currency}`,
  currency: "Moeda",
  date: "Data",
  type: "Tipo",
  document: "Documento",
  description: "Descrição",
  debit: "Débito",
  credit: "Crédito",
  balance: "Saldo",
  opening: "Saldo inicial",
  closing: "Saldo final",
  movements: {
    INVOICE: "Fatura",
    PAYMENT: "Pagamento",
    CREDIT_NOTE: "Nota de crédito",
    REVERSAL: "Estorno do pagamento",
    CANCELLED_CREDIT_NOTE: "Cancelamento da nota de crédito",
  },
  noMovements: "Nada foi lançado até o último dia deste período.",
  openItems: (day) => `Em aberto em ${day}`,
  openItemsSheet: "Em aberto",
  issuedOn: "Data",
  dueOn: "Vencimento",
  daysPastDue: "Dias de atraso",
  open: "Em aberto",
  total: "Total",
  notFiscal:
    "Débitos aumentam o valor devido a nós, créditos o reduzem. Documento comercial, sem valor fiscal.",
  page: (page, pages) => `Página ${page} de ${pages}`,
};

const portuguese: StatementTexts = {
  ...brazilian,
  title: "Extrato de conta",
  movements: {
    ...brazilian.movements,
    REVERSAL: "Anulação do pagamento",
    CANCELLED_CREDIT_NOTE: "Anulação da nota de crédito",
  },
  noMovements: "Sem movimentos até ao último dia deste período.",
};

/** The texts of each language. */
export const statementTexts: Readonly<Record<Locale, StatementTexts>> = {
  en: english,
  "pt-BR": brazilian,
  "pt-PT": portuguese,
};

import {
  customerForeignId,
  customerReferenceColumns,
} from "../customers/customerReference.sheet.js";
import { currencyColumn } from "../documents/documents.sheet.js";
import { externalIdsColumn } from "../sheets/externalIdColumns.js";
import type { SheetColumn, SheetSchema } from "../sheets/sheet.js";
import { choice, labels, words } from "../sheets/sheetWords.js";
import type { PaymentDirection } from "./paymentFields.js";

const LARGEST_AMOUNT = 999_999_999_999_999;

const amountColumn = (column: Pick<SheetColumn, "key" | "labels" | "synonyms">): SheetColumn => ({
  ...column,
  type: "money",
  min: -LARGEST_AMOUNT,
  max: LARGEST_AMOUNT,
  example: "1234.50",
});

/** The sheet of payments: the transactions of a bank account, one a row. */
export const paymentsSheet: SheetSchema = {
  recordType: "PAYMENT",
  noun: "invoices",
  matchKeys: ["AUTO", "EXTERNAL_ID"],
  importOnly: true,
  needsOneOf: ["amount", "credit", "debit"],
  foreignId: customerForeignId,
  columns: [
    {
      key: "paidOn",
      type: "date",
      required: true,
      several: "first",
      labels: labels("Data do pagamento", "Payment date", "Fecha de pago"),
      synonyms: words(
        "Data|Data do lançamento|Data lançamento|Data de lançamento|Data mov.|Data do movimento|Data movimento|Data da transação|Data da operação|Data operação|Data valor|Data-valor|Date|Transaction date|Booking date|Posting date|Value date|Paid on|Pago em|Fecha|Fecha operación|Fecha valor|DTPOSTED",
      ),
      example: "2026-04-01",
    },
    amountColumn({
      key: "amount",
      labels: labels("Valor", "Amount", "Importe"),
      synonyms: words(
        "Valor (R$)|Valor R$|Valor do lançamento|Valor lançamento|Valor da transação|Montante|Importância|Quantia|Movimento|Monto|Transaction amount|Amount (EUR)|TRNAMT",
      ),
    }),
    amountColumn({
      key: "credit",
      labels: labels("Crédito", "Credit", "Abono"),
      synonyms: words(
        "Crédito (R$)|Créditos|Valor crédito|Valor a crédito|A crédito|Entradas|Entrada|Credit amount|Paid in|Money in|Deposits|Haber|Ingresos",
      ),
    }),
    amountColumn({
      key: "debit",
      labels: labels("Débito", "Debit", "Cargo"),
      synonyms: words(
        "Débito (R$)|Débitos|Valor débito|Valor a débito|A débito|Saídas|Saída|Debit amount|Paid out|Money out|Withdrawals|Debe|Gastos",
      ),
    }),
    {
      key: "direction",
      type: "choice",
      choices: [
        choice<PaymentDirection>(
          "RECEIVED",
          "Recebido|Received|Recibido",
          "C|CR|Crédito|Credit|Credito|Entrada|Depósito|Deposit|+",
        ),
        choice<PaymentDirection>(
          "PAID",
          "Pago|Paid|Pagado",
          "D|DB|DR|Débito|Debit|Debito|Saída|Saque|Withdrawal|-",
        ),
      ],
      labels: labels("Débito ou crédito", "Debit or credit", "Cargo o abono"),
      synonyms: words(
        "D/C|C/D|DC|Deb/Cred|Déb./Créd.|Natureza|Tipo|Tipo de lançamento|Type|Direction|Entrada/Saída|Sentido",
      ),
      example: "C",
    },
    currencyColumn,
    {
      key: "payer",
      type: "text",
      lines: "joined",
      maxLength: 200,
      labels: labels("Pagador", "Payer", "Pagador"),
      synonyms: words(
        "Favorecido|Nome|Nome do pagador|Contraparte|Remetente|Beneficiário|Ordenante|Counterparty|Payee|Name|Payer name|NAME",
      ),
      example: "Padaria São João Ltda",
    },
    {
      key: "note",
      type: "text",
      lines: "joined",
      maxLength: 2_000,
      several: "join",
      labels: labels("Histórico", "Description", "Concepto"),
      synonyms: words(
        "Descrição|Lançamento|Lançamentos|Descritivo|Descrição do movimento|Detalhes|Observações|Memo|MEMO|Details|Narrative|Transaction|Transaction description|Descripción|Detalle|Observação|Complemento",
      ),
      example: "PIX RECEBIDO PADARIA SAO JOAO NF 31",
    },
    {
      key: "reference",
      type: "text",
      maxLength: 100,
      several: "first",
      labels: labels("Documento", "Document", "Documento"),
      synonyms: words(
        "Docto.|Doc.|Doc|Nº documento|Número do documento|Nr. documento|N.º documento|Identificador|Reference|Reference number|Referência|Referencia|Check number|Cheque|CHECKNUM|REFNUM|Nº doc.",
      ),
      example: "000123",
    },
    {
      key: "method",
      type: "text",
      maxLength: 60,
      labels: labels("Forma de pagamento", "Payment method", "Forma de pago", "Meio de pagamento"),
      synonyms: words("Method|Meio|Forma|Canal|Método"),
      example: "PIX",
    },
    ...customerReferenceColumns,
    externalIdsColumn,
  ],
};

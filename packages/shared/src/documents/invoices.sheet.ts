import {
  createdAtColumn,
  customerForeignId,
  customerReferenceColumns,
  customerReferenceKeys,
  notesColumn,
} from "../customers/customerReference.sheet.js";
import type { InvoiceKind, InvoiceStatus } from "../records/enums.js";
import { externalIdsColumn } from "../sheets/externalIdColumns.js";
import type { SheetSchema } from "../sheets/sheet.js";
import { choice, labels, words } from "../sheets/sheetWords.js";
import {
  currencyColumn,
  lineColumns,
  paidColumn,
  taxColumn,
  totalColumn,
} from "./documents.sheet.js";

/** The sheet of invoices, one a row. */
export const invoicesSheet: SheetSchema = {
  recordType: "INVOICE",
  noun: "invoices",
  matchKeys: ["AUTO", "NUMBER", "EXTERNAL_ID"],
  needsOneOf: customerReferenceKeys,
  foreignId: customerForeignId,
  columns: [
    ...customerReferenceColumns,
    {
      key: "number",
      type: "text",
      required: true,
      maxLength: 60,
      labels: labels("Número da fatura", "Invoice number", "Número de factura"),
      synonyms: words(
        "Fatura|Nº da fatura|Nota fiscal|Número da nota|Nº da nota|NF|NF-e|Nº NF|Invoice|Invoice no|Invoice #|Factura|Nº factura|N.º fatura|N.º da fatura|Número de fatura|InvoiceNumber|Doc number|Document number|Nº documento|N.º documento|Número do documento|Número|Number|Nº|No|No.",
      ),
      example: "I-000031",
    },
    {
      key: "kind",
      type: "choice",
      choices: [
        choice<InvoiceKind>(
          "SALES",
          "Venda|Sales|Venta",
          "Saída|Sale|Receivable|A receber|Emitida|Cliente|Ventas",
        ),
        choice<InvoiceKind>(
          "PURCHASE",
          "Compra|Purchase|Compra",
          "Entrada|Bill|Payable|A pagar|Recebida|Fornecedor|Compras",
        ),
      ],
      labels: labels("Tipo", "Kind", "Tipo"),
      synonyms: words("Tipo de fatura|Invoice type|Type|Natureza|Operação|Tipo de factura"),
      example: "Venda",
    },
    {
      key: "status",
      type: "choice",
      choices: [
        choice<InvoiceStatus>("DRAFT", "Rascunho|Draft|Borrador", "Em digitação"),
        choice<InvoiceStatus>(
          "PENDING",
          "Pendente|Pending|Pendiente",
          "Aguardando autorização|Submitted|Em processamento",
        ),
        choice<InvoiceStatus>(
          "AUTHORIZED",
          "Autorizada|Authorized|Autorizada",
          "Autorizado|Emitida|Issued|Sent|Enviada|Open|Aberta|Em aberto|Overdue|Vencida|Unpaid|Authorised",
        ),
        choice<InvoiceStatus>(
          "PAID",
          "Paga|Paid|Pagada",
          "Pago|Quitada|Liquidada|Recebida|Pagado|Settled",
        ),
        choice<InvoiceStatus>(
          "CANCELLED",
          "Cancelada|Cancelled|Cancelada",
          "Cancelado|Canceled|Void|Anulada|Voided",
        ),
      ],
      labels: labels("Situação", "Status", "Situación", "Estado"),
      synonyms: words("Invoice status|Status da fatura|Situação da fatura|Estado|State"),
      example: "Autorizada",
    },
    {
      key: "issuedOn",
      type: "date",
      required: true,
      labels: labels("Data de emissão", "Invoice date", "Fecha de emisión"),
      synonyms: words(
        "Emissão|Issued on|Issue date|Date issued|InvoiceDate|Invoice date|Txn date|Transaction date|Data|Date|Fecha|Data da fatura|Data de faturação|Fecha de factura|Fecha factura",
      ),
      example: "2026-03-04",
    },
    {
      key: "dueOn",
      type: "date",
      labels: labels("Vencimento", "Due date", "Vencimiento"),
      synonyms: words(
        "Data de vencimento|Due on|Due|Payment due|Fecha de vencimiento|Fecha vencimiento",
      ),
      example: "2026-04-03",
    },
    currencyColumn,
    totalColumn,
    taxColumn,
    paidColumn,
    {
      key: "paidOn",
      type: "date",
      labels: labels("Data do pagamento", "Paid on", "Fecha de pago"),
      synonyms: words(
        "Pago em|Payment date|Paid date|Date paid|Data de pagamento|Data de recebimento",
      ),
      example: "2026-04-01",
    },
    ...lineColumns,
    notesColumn,
    externalIdsColumn,
    createdAtColumn,
  ],
};

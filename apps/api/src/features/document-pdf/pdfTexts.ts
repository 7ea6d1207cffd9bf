import type { Locale } from "@clientela/shared/values/locales";
import type { PrintedFact, PrintedKind } from "./printedDocument.js";

/** The fixed texts of a page in one language. */
export interface PdfTexts {
  kinds: Record<PrintedKind, string>;
  facts: Record<PrintedFact["label"], string>;
  marks: Record<"draft" | "cancelled", string>;
  to: string;
  description: string;
  quantity: string;
  unitPrice: string;
  discount: string;
  tax: string;
  lineTotal: string;
  subtotal: string;
  /** The tax of one rate; takes the rate and the net amount. */
  taxOf: (rate: string, net: string) => string;
  total: string;
  paid: string;
  balance: string;
  notes: string;
  notFiscal: string;
  page: (page: number, pages: number) => string;
}

const english: PdfTexts = {
  kinds: {
    offer: "Offer",
    quote: "Quote",
    order: "Order",
    invoice: "Invoice",
    purchaseInvoice: "Purchase invoice",
    creditNote: "Credit note",
    purchaseCreditNote: "Supplier’s credit note",
  },
  facts: {
    issuedOn: "Issue date",
    validUntil: "Valid until",
    orderedOn: "Order date",
    dueOn: "Due date",
    reference: "Reference",
    creditedInvoice: "Credits invoice",
  },
  marks: { draft: "DRAFT", cancelled: "CANCELLED" },
  to: "To",
  description: "Description",
  quantity: "Quantity",
  unitPrice: "Unit price",
  discount: "Discount",
  tax: "Tax",
  lineTotal: "Net amount",
  subtotal: "Subtotal",
  taxOf: (rate, net) => `Tax of ${rate} on ${net}`,
  total: "Total",
  paid: "Settled",
  balance: "Balance due",
  notes: "Notes",
  notFiscal: "Commercial document. It is not a tax invoice.",
  page: (page, pages) => `Page ${page} of ${pages}`,
};

const brazilian: PdfTexts = {
  kinds: {
    offer: "Proposta",
    quote: "Orçamento",
    order: "Pedido",
    invoice: "Fatura",
    purchaseInvoice: "Fatura de compra",
    creditNote: "Nota de crédito",
    purchaseCreditNote: "Nota de crédito do fornecedor",
  },
  facts: {
    issuedOn: "Data de emissão",
    validUntil: "Válido até",
    orderedOn: "Data do pedido",
    dueOn: "Vencimento",
    reference: "Referência",
    creditedInvoice: "Referente à fatura",
  },
  marks: { draft: "RASCUNHO", cancelled: "CANCELADO" },
  to: "Para",
  description: "Descrição",
  quantity: "Quantidade",
  unitPrice: "Preço unitário",
  discount: "Desconto",
  tax: "Imposto",
  lineTotal: "Valor líquido",
  subtotal: "Subtotal",
  taxOf: (rate, net) => `Imposto de ${rate} sobre ${net}`,
  total: "Total",
  paid: "Liquidado",
  balance: "Saldo a pagar",
  notes: "Observações",
  notFiscal: "Documento comercial, sem valor fiscal.",
  page: (page, pages) => `Página ${page} de ${pages}`,
};

const portuguese: PdfTexts = {
  ...brazilian,
  kinds: { ...brazilian.kinds, order: "Encomenda" },
  facts: { ...brazilian.facts, orderedOn: "Data da encomenda" },
  marks: { draft: "RASCUNHO", cancelled: "ANULADO" },
  tax: "IVA",
  taxOf: (rate, net) => `IVA de ${rate} sobre ${net}`,
  notFiscal: "Documento comercial, sem valor fiscal. Não serve de fatura.",
};

/** The texts of each language. */
export const pdfTexts: Readonly<Record<Locale, PdfTexts>> = {
  en: english,
  "pt-BR": brazilian,
  "pt-PT": portuguese,
};

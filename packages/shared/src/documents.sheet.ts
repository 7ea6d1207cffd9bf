import type { SheetColumn } from "./sheet.js";
import { labels, words } from "./sheetWords.js";

const LARGEST_AMOUNT = 999_999_999_999_999;

/** The currency of a document's amounts. */
export const currencyColumn: SheetColumn = {
  key: "currency",
  type: "currency",
  labels: labels("Moeda", "Currency", "Moneda"),
  synonyms: words("Currency code|Código da moeda|Divisa|Währung"),
  example: "BRL",
};

/** What a document comes to. */
export const totalColumn: SheetColumn = {
  key: "total",
  type: "money",
  min: 0,
  max: LARGEST_AMOUNT,
  labels: labels("Valor total", "Total", "Importe total"),
  synonyms: words(
    "Valor|Amount|Total amount|Grand total|Valor do pedido|Valor da fatura|Valor da nota|Total geral|Importe|Monto|Total value",
  ),
  example: "1234.50",
};

/** What was paid of a document. */
export const paidColumn: SheetColumn = {
  key: "paid",
  type: "money",
  min: 0,
  max: LARGEST_AMOUNT,
  labels: labels("Valor pago", "Paid", "Importe pagado"),
  synonyms: words("Pago|Amount paid|Valor recebido|Recebido|Pagado"),
  example: "0.00",
};

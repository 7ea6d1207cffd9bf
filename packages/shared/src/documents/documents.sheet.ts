import type { SheetColumn } from "../sheets/sheet.js";
import { labels, words } from "../sheets/sheetWords.js";
import { MAX_UNIT_LENGTH } from "./documentLines.js";

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
    "Valor|Amount|Total amount|Grand total|Invoice total|Order total|Invoice amount|Total with tax|Total do pedido|Total da fatura|Total do documento|Total documento|Valor do pedido|Valor da fatura|Valor da nota|Total geral|Importe|Monto|Total value|Total factura|Total c/ IVA|Total com IVA",
  ),
  example: "1234.50",
};

/** The tax in what a document comes to, which its lines give. */
export const taxColumn: SheetColumn = {
  key: "tax",
  type: "money",
  exportOnly: true,
  labels: labels("Valor do imposto", "Tax amount", "Importe del impuesto"),
  synonyms: [],
  example: "230.82",
};

/** A line of a document, in files that have a row for each; read by the import alone. */
export const lineColumns: readonly SheetColumn[] = [
  {
    key: "lineDescription",
    type: "text",
    maxLength: 500,
    lines: "joined",
    importOnly: true,
    ofLine: true,
    several: "join",
    labels: labels("Descrição do item", "Line description", "Descripción de la línea"),
    synonyms: words(
      "Item name|Item|Line item|Lineitem name|Product name|Product|Product/Service|Service|Produto|Serviço|Produto/Serviço|Nome do produto|Artigo|Artículo|Producto|Concepto|Item description|Item desc|Descrição do produto|Descripción del producto",
    ),
    beside: {
      field: "lineQuantity",
      headers: words("Description|Descrição|Descripción"),
    },
    example: "Consultoria",
  },
  {
    key: "lineQuantity",
    type: "number",
    min: 0,
    max: 9_999_999_999,
    importOnly: true,
    ofLine: true,
    labels: labels("Quantidade", "Quantity", "Cantidad"),
    synonyms: words(
      "Qty|Qtd|Qtde|Quant|Quantity ordered|Lineitem quantity|Item quantity|Quantidade do item|Unidades|Units",
    ),
    example: "2",
  },
  {
    key: "lineUnit",
    type: "text",
    maxLength: MAX_UNIT_LENGTH,
    importOnly: true,
    ofLine: true,
    labels: labels("Unidade", "Unit", "Unidad"),
    synonyms: words(
      "Unit of measure|UOM|Unidade de medida|Unidad de medida|UM|Un.|Unid.|Lineitem unit|Item unit|Unidade do item",
    ),
    looks: { unlike: ["number", "date", "email", "link"] },
    example: "h",
  },
  {
    key: "lineUnitPrice",
    type: "money",
    min: -LARGEST_AMOUNT,
    max: LARGEST_AMOUNT,
    importOnly: true,
    ofLine: true,
    labels: labels("Preço unitário", "Unit price", "Precio unitario"),
    synonyms: words(
      "Rate|Price|Unit cost|UnitAmount|Unit amount|Item price|Item rate|Sales price|Lineitem price|Preço|Valor unitário|Vl. unitário|Vlr unit|Preço do item|Precio",
    ),
    example: "50.00",
  },
  {
    key: "lineDiscount",
    type: "percent",
    min: 0,
    max: 100,
    importOnly: true,
    ofLine: true,
    labels: labels("Percentual de desconto", "Discount percentage", "Porcentaje de descuento"),
    synonyms: words(
      "Discount percent|Discount rate|Line discount percentage|Desconto percentual|Percentagem de desconto|Taxa de desconto|Tasa de descuento",
    ),
    // Without the sign it may as well be an amount.
    cues: {
      headers: words("Discount|Desconto|Descuento|Line discount|Item discount|Desconto do item"),
      looks: { like: ["percent"] },
    },
    example: "10",
  },
  {
    key: "lineTaxRate",
    type: "percent",
    min: 0,
    max: 100,
    importOnly: true,
    ofLine: true,
    labels: labels("Alíquota do imposto", "Tax rate", "Tipo impositivo"),
    synonyms: words(
      "Tax percentage|Tax percent|VAT rate|VAT percentage|GST rate|Sales tax rate|Lineitem tax rate|Item tax rate|Alíquota|Percentual de imposto|Taxa de imposto|Taxa de IVA|Taxa IVA|Percentagem de IVA|Tipo de IVA|Tipo IVA|Porcentaje de IVA|Tasa de IVA|Tasa de impuesto",
    ),
    cues: {
      headers: words("VAT|IVA|Tax|GST|Imposto|Impuesto"),
      looks: { like: ["percent"] },
    },
    example: "23",
  },
  {
    key: "lineTotal",
    type: "money",
    min: -LARGEST_AMOUNT,
    max: LARGEST_AMOUNT,
    importOnly: true,
    ofLine: true,
    labels: labels("Total do item", "Line total", "Total de la línea"),
    synonyms: words(
      "Item total|Item amount|LineAmount|Line amount|Valor do item|Valor total do item|Total da linha|Importe de la línea|Line subtotal|Subtotal da linha",
    ),
    beside: { field: "lineUnitPrice", next: true, headers: words("Amount|Valor|Importe") },
    example: "100.00",
  },
];

/** What was paid of a document. */
export const paidColumn: SheetColumn = {
  key: "paid",
  type: "money",
  min: 0,
  max: LARGEST_AMOUNT,
  labels: labels("Valor pago", "Paid", "Importe pagado"),
  synonyms: words("Pago|Amount paid|Paid to date|Paid amount|Valor recebido|Recebido|Pagado"),
  example: "0.00",
};

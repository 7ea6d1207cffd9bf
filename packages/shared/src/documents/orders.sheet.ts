import {
  createdAtColumn,
  customerForeignId,
  customerReferenceColumns,
  customerReferenceKeys,
  notesColumn,
} from "../customers/customerReference.sheet.js";
import type { OrderStatus } from "../records/enums.js";
import { externalIdsColumn } from "../sheets/externalIdColumns.js";
import type { SheetSchema } from "../sheets/sheet.js";
import { choice, labels, words } from "../sheets/sheetWords.js";
import { currencyColumn, lineColumns, taxColumn, totalColumn } from "./documents.sheet.js";

/** The sheet of customers' purchase orders, one a row. */
export const ordersSheet: SheetSchema = {
  recordType: "ORDER",
  noun: "orders",
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
      labels: labels("Número do pedido", "Order number", "Número de pedido", "Número da encomenda"),
      synonyms: words(
        "Pedido|Nº do pedido|Nº pedido|Num pedido|Order|Order no|Order #|Order ID|Sales order|PO number|Order number|N.º pedido|Nº encomenda|N.º encomenda|Número da encomenda|Encomenda|Pedido nº|Document number|Número|Number|Nº|No|No.",
      ),
      example: "O-000017",
    },
    {
      key: "reference",
      type: "text",
      maxLength: 100,
      labels: labels("Referência do cliente", "Customer reference", "Referencia del cliente"),
      synonyms: words(
        "Referência|Reference|Ref|Pedido do cliente|Customer PO|Purchase order|Ordem de compra|Referencia",
      ),
      example: "OC 4711",
    },
    {
      key: "status",
      type: "choice",
      choices: [
        choice<OrderStatus>("DRAFT", "Rascunho|Draft|Borrador", "Em digitação|Novo|New"),
        choice<OrderStatus>(
          "OPEN",
          "Aberto|Open|Abierto|Aberta",
          "Confirmado|Confirmed|Em andamento|Processing|Pending|Pendente",
        ),
        choice<OrderStatus>(
          "FINALIZED",
          "Finalizado|Finalized|Finalizado|Finalizada",
          "Concluído|Faturado|Completed|Closed|Done|Fulfilled|Entregue",
        ),
        choice<OrderStatus>("CANCELLED", "Cancelado|Cancelled|Cancelado|Cancelada", "Canceled"),
      ],
      labels: labels("Situação", "Status", "Situación", "Estado"),
      synonyms: words("Order status|Status do pedido|Situação do pedido|Estado|State"),
      example: "Aberto",
    },
    {
      key: "orderedOn",
      type: "date",
      required: true,
      labels: labels("Data do pedido", "Order date", "Fecha del pedido", "Data da encomenda"),
      synonyms: words(
        "Data|Date|Ordered on|Data de emissão|Emissão|Data da encomenda|Fecha|Fecha pedido|Created on",
      ),
      example: "2026-03-04",
    },
    currencyColumn,
    totalColumn,
    taxColumn,
    ...lineColumns,
    notesColumn,
    externalIdsColumn,
    createdAtColumn,
  ],
};

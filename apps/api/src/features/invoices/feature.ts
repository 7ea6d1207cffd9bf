import sql from "sql-template-tag";
import type { Feature } from "../../platform/feature.js";
import { externalIdWrites } from "../../platform/records/externalIdWrites.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { documentMessages } from "../documents/document.messages.js";
import { Order } from "../orders/order.entity.js";
import { deletionResolver } from "../upserts/deletion.resolver.js";
import { upsertResolver } from "../upserts/upsert.resolver.js";
import {
  CustomerInvoices,
  GroupInvoices,
  InvoiceEdges,
  InvoiceLines,
  InvoiceMetrics,
  InvoiceTotals,
  OrderInvoices,
} from "./invoice.edges.js";
import { Invoice, InvoiceLine } from "./invoice.entity.js";
import { customersByInvoices, invoiceById } from "./invoice.list.js";
import { invoiceMessages } from "./invoice.messages.js";
import { InvoiceResolver } from "./invoice.resolver.js";
import { invoiceSubject } from "./invoice.service.js";
import { hasOverdueInvoices } from "./invoiceCustomerFilter.js";
import { invoiceSearch } from "./invoiceSearch.js";
import { countedInvoices, countedInvoicesOfGroup } from "./invoiceSummary.js";
import { invoiceExporter } from "./spreadsheet/invoice.exporter.js";
import { invoiceImporter } from "./spreadsheet/invoice.importer.js";
import { invoiceUpserts } from "./upsertInvoices.js";

/** Sales and purchase invoices, and their payments. */
export const invoices: Feature = {
  name: "invoices",
  entities: [Invoice, InvoiceLine],
  resolvers: [
    InvoiceResolver,
    upsertResolver(invoiceUpserts),
    deletionResolver(invoiceUpserts),
    CustomerInvoices,
    OrderInvoices,
    InvoiceEdges,
    InvoiceLines,
    InvoiceMetrics,
    GroupInvoices,
    InvoiceTotals,
  ],
  messages: { ...invoiceMessages, ...documentMessages },
  search: [invoiceSearch],
  nodes: [
    {
      type: Invoice,
      table: "invoices",
      permission: "invoices:read",
      byId: invoiceById,
      externalIds: externalIdWrites(invoiceSubject, "invoices:write"),
    },
  ],
  metrics: [countedInvoices, countedInvoicesOfGroup],
  listExtensions: [{ list: "Customer", filters: [customersByInvoices, hasOverdueInvoices] }],
  trash: [
    {
      recordType: "Invoice",
      type: Invoice,
      name: sql`r.number`,
      where: [ofLiveCustomer],
      permission: "invoices:write",
    },
  ],
  ownedRecords: [
    {
      type: Invoice,
      permission: "invoices:read",
      lines: { type: InvoiceLine, property: "invoiceId" },
      under: { type: Order, column: "order_id" },
      restrictsDelete: "has_invoices",
    },
  ],
  importer: invoiceImporter,
  exporter: invoiceExporter,
};

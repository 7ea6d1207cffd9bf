import type { InvoiceOrderField, InvoiceRowFragment } from "../../gql/graphql.js";
import { fieldColumn, type ListColumn, moneyColumn } from "../../records/list/listColumns.js";
import { DueDate } from "../../ui/values/DueDate.js";
import { invoiceFields } from "./invoice.fields.js";
import { isOpen } from "./invoice.operations.js";

/** The columns of invoices, in every list of them. */
export const invoiceColumns: ListColumn<InvoiceRowFragment, InvoiceOrderField>[] = [
  {
    id: "number",
    label: "field.number",
    width: 105,
    sort: "NUMBER",
    hideable: false,
    narrow: "title",
    cell: ({ number }) => number,
  },
  { id: "state", label: "field.status", width: 130, narrow: "detail", cell: "status" },
  fieldColumn(invoiceFields.issuedOn, ({ issuedOn }) => issuedOn, {
    id: "issued",
    width: 100,
    sort: "ISSUED_ON",
  }),
  {
    id: "due",
    label: "field.dueOn",
    width: 180,
    sort: "DUE_ON",
    narrow: "detail",
    cell: (invoice) => <DueDate date={invoice.dueOn} open={isOpen(invoice)} />,
  },
  moneyColumn("field.total", ({ total }) => total, {
    id: "total",
    width: 115,
    sort: "TOTAL",
    narrow: "end",
  }),
  moneyColumn("field.balance", ({ balance }) => balance, { id: "balance", width: 120 }),
];

import { InvoicesList } from "./InvoicesList.js";

/** What a customer was billed. */
export function SalesInvoices({ customerId }: { customerId: string }) {
  return <InvoicesList customerId={customerId} kind="SALES" />;
}

/** What a customer billed us. */
export function PurchaseInvoices({ customerId }: { customerId: string }) {
  return <InvoicesList customerId={customerId} kind="PURCHASE" />;
}

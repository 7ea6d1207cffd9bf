import { MAX_ALLOCATIONS } from "@clientela/shared/payments/paymentFields";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { AtMost } from "../../platform/graph/cost/listSize.js";
import { type Connection, connectionOf } from "../../platform/lists/connection.js";
import {
  DependsOn,
  type SelectedColumns,
  Selection,
} from "../../platform/performance/lookAhead.js";
import { Allow } from "../../platform/security/authorize.js";
import { Money, money } from "../../platform/types/money.js";
import { PaymentAllocation } from "../allocations/allocation.type.js";
import { Customer } from "../customers/customer.entity.js";
import { customerOf } from "../customers/customer.loaders.js";
import { lineEdges } from "../documents/lines.edges.js";
import { Invoice } from "../invoices/invoice.entity.js";
import { invoiceById } from "../invoices/invoice.list.js";
import { allocationsByCreditNote, creditedByInvoice } from "../payments/ledger.js";
import { CreditNote } from "./creditNote.entity.js";
import {
  creditNotesByCustomer,
  creditNotesByInvoice,
  linesByCreditNote,
} from "./creditNote.list.js";
import { CreditNotesArgs } from "./creditNoteList.input.js";

/** One page of credit notes. */
export const CreditNoteConnection = connectionOf(CreditNote);

/** From a customer to its credit notes. */
@Resolver(() => Customer)
export class CustomerCreditNotes {
  @DependsOn()
  @Allow("invoices:read")
  @FieldResolver(() => CreditNoteConnection, { description: "The customer's credit notes." })
  creditNotes(
    @Root() customer: Customer,
    @Args(() => CreditNotesArgs) args: CreditNotesArgs,
    @Selection() selection: SelectedColumns<CreditNote>,
    @Ctx() context: Context,
  ): Promise<Connection<CreditNote>> {
    return context.load(creditNotesByCustomer, customer.id, { ...args, selection });
  }
}

/** From an invoice to what credits it. */
@Resolver(() => Invoice)
export class InvoiceCreditNotes {
  @DependsOn()
  @Allow("invoices:read")
  @FieldResolver(() => CreditNoteConnection, {
    description: "The credit notes against it, and those that settle something of it.",
  })
  creditNotes(
    @Root() invoice: Invoice,
    @Args(() => CreditNotesArgs) args: CreditNotesArgs,
    @Selection() selection: SelectedColumns<CreditNote>,
    @Ctx() context: Context,
  ): Promise<Connection<CreditNote>> {
    return context.load(creditNotesByInvoice, invoice.id, { ...args, selection });
  }

  @DependsOn<Invoice>("currency")
  @Allow("invoices:read")
  @FieldResolver(() => Money, { description: "How much of it credit notes settle." })
  async credited(@Root() invoice: Invoice, @Ctx() context: Context): Promise<Money> {
    return money(await context.load(creditedByInvoice, invoice.id), invoice.currency);
  }
}

/** From a credit note to its lines and their tax. */
export const CreditNoteLines = lineEdges(CreditNote, "invoices:read", linesByCreditNote);

/** From a credit note to its customer, its invoice and what it settles. */
@Resolver(() => CreditNote)
export class CreditNoteEdges {
  @DependsOn<CreditNote>("customerId")
  @Allow("customers:read")
  @FieldResolver(() => Customer, { description: "Whose it is." })
  customer(
    @Root() creditNote: CreditNote,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer> {
    return customerOf(context, creditNote.customerId, selection);
  }

  @DependsOn<CreditNote>("invoiceId")
  @Allow("invoices:read")
  @FieldResolver(() => Invoice, { nullable: true, description: "The invoice that it credits." })
  invoice(
    @Root() { invoiceId }: CreditNote,
    @Selection() selection: SelectedColumns<Invoice>,
    @Ctx() context: Context,
  ): Promise<Invoice | null> | null {
    return invoiceId === null ? null : context.load(invoiceById, invoiceId, selection);
  }

  @DependsOn<CreditNote>("currency")
  @Allow("invoices:read")
  @AtMost(MAX_ALLOCATIONS)
  @FieldResolver(() => [PaymentAllocation], {
    description:
      "What it settles of which invoices, in the order of allocation; none once it is cancelled.",
  })
  async allocations(
    @Root() { id, currency }: CreditNote,
    @Ctx() context: Context,
  ): Promise<PaymentAllocation[]> {
    const standing = await context.load(allocationsByCreditNote, id);
    return standing.map(({ amount, ...rest }) => ({ ...rest, amount: money(amount, currency) }));
  }
}

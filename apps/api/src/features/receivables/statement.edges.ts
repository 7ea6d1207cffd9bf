import { type ClassType, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { type SelectedColumns, Selection } from "../../platform/performance/lookAhead.js";
import { Allow } from "../../platform/security/authorize.js";
import { CreditNote } from "../creditNotes/creditNote.entity.js";
import { creditNoteById } from "../creditNotes/creditNote.list.js";
import { Invoice } from "../invoices/invoice.entity.js";
import { invoiceById } from "../invoices/invoice.list.js";
import { Payment } from "../payments/payment.entity.js";
import { paymentById } from "../payments/payment.list.js";
import { StatementMovement, StatementOpenItem, type StatementSource } from "./statement.type.js";

/** From a line of a statement to its record. */
function sourceEdges(type: ClassType<StatementSource>): ClassType<object> {
  @Resolver(() => type)
  class SourceEdges {
    @Allow("invoices:read")
    @FieldResolver(() => Invoice, { nullable: true, description: "The invoice, where it is one." })
    invoice(
      @Root() { invoiceId }: StatementSource,
      @Selection() selection: SelectedColumns<Invoice>,
      @Ctx() context: Context,
    ): Promise<Invoice | null> | null {
      return invoiceId === null ? null : context.load(invoiceById, invoiceId, selection);
    }

    @Allow("invoices:read")
    @FieldResolver(() => Payment, {
      nullable: true,
      description: "The payment, where it is one or its reversal.",
    })
    payment(
      @Root() { paymentId }: StatementSource,
      @Selection() selection: SelectedColumns<Payment>,
      @Ctx() context: Context,
    ): Promise<Payment | null> | null {
      return paymentId === null ? null : context.load(paymentById, paymentId, selection);
    }

    @Allow("invoices:read")
    @FieldResolver(() => CreditNote, {
      nullable: true,
      description: "The credit note, where it is one or its cancellation.",
    })
    creditNote(
      @Root() { creditNoteId }: StatementSource,
      @Selection() selection: SelectedColumns<CreditNote>,
      @Ctx() context: Context,
    ): Promise<CreditNote | null> | null {
      return creditNoteId === null ? null : context.load(creditNoteById, creditNoteId, selection);
    }
  }
  return SourceEdges;
}

/** The records of movements, and of open items. */
export const statementEdges = [sourceEdges(StatementMovement), sourceEdges(StatementOpenItem)];

import { calendarDate } from "@clientela/shared/records/fieldRules";
import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { z } from "zod";
import type { Context } from "../../platform/context.js";
import { Invalid, NotFound } from "../../platform/errors.js";
import { Usually } from "../../platform/graph/cost/listSize.js";
import { parseId, parseInput } from "../../platform/graph/parseInput.js";
import type { Connection } from "../../platform/lists/connection.js";
import { pageLength } from "../../platform/lists/pageLength.js";
import { type SelectedColumns, Selection } from "../../platform/performance/lookAhead.js";
import { Allow } from "../../platform/security/authorize.js";
import { CreditNote } from "../creditNotes/creditNote.entity.js";
import { creditNoteById } from "../creditNotes/creditNote.list.js";
import { customerById } from "../customers/customer.loaders.js";
import { Invoice } from "../invoices/invoice.entity.js";
import { invoiceById } from "../invoices/invoice.list.js";
import { Payment } from "../payments/payment.entity.js";
import { paymentById } from "../payments/payment.list.js";
import { StatementArgs } from "./statement.input.js";
import { movementsByCurrency, statementsOf } from "./statement.js";
import {
  CustomerStatement,
  StatementMovement,
  StatementMovementConnection,
} from "./statement.type.js";

const periodRules = z.object({ from: calendarDate, to: calendarDate });
const PAGES = { usual: 25, longest: 100 };

/** Statements of account. */
@Resolver(() => CustomerStatement)
export class StatementResolver {
  @Allow("invoices:read")
  @Usually(2)
  @Query(() => [CustomerStatement], {
    description:
      "A customer's account over some days, one for each currency: what it owed before, what moved, and what it owes at the end. Drafts, pending and cancelled invoices are not in it.",
  })
  async customerStatement(
    @Args(() => StatementArgs) { customerId, from, to }: StatementArgs,
    @Ctx() context: Context,
  ): Promise<CustomerStatement[]> {
    const id = parseId(customerId, "customerId");
    const period = parseInput(periodRules, { from, to });
    if (period.to < period.from) throw new Invalid([{ path: "to", code: "before_start" }]);
    const customer = await context.load(customerById, id);
    if (!customer) throw new NotFound("Customer", id);
    return statementsOf(context, { customerId: customer.id, ...period });
  }

  @Allow("invoices:read")
  @FieldResolver(() => StatementMovementConnection, {
    description: "What moved in those days, the oldest first.",
  })
  movements(
    @Root() { customerId, from, to, currency }: CustomerStatement,
    @Arg("first", () => Int, {
      nullable: true,
      description: "How many from the start: 25 unless given, 100 at the most.",
    })
    first: number | null | undefined,
    @Arg("after", () => String, {
      nullable: true,
      description: "Only what comes after this cursor.",
    })
    after: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Connection<StatementMovement>> {
    const params = {
      customerId,
      from,
      to,
      first: pageLength({ first }, PAGES),
      after: after ?? null,
    };
    return context.load(movementsByCurrency, currency, params);
  }
}

/** From a movement to its record. */
@Resolver(() => StatementMovement)
export class MovementRecords {
  @Allow("invoices:read")
  @FieldResolver(() => Invoice, { nullable: true, description: "The invoice, where it is one." })
  invoice(
    @Root() { invoiceId }: StatementMovement,
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
    @Root() { paymentId }: StatementMovement,
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
    @Root() { creditNoteId }: StatementMovement,
    @Selection() selection: SelectedColumns<CreditNote>,
    @Ctx() context: Context,
  ): Promise<CreditNote | null> | null {
    return creditNoteId === null ? null : context.load(creditNoteById, creditNoteId, selection);
  }
}

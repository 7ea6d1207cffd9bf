import { Arg, Args, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { parseId } from "../../platform/graph/parseInput.js";
import type { Connection } from "../../platform/lists/connection.js";
import { type SelectedColumns, Selection } from "../../platform/performance/lookAhead.js";
import { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { Allow } from "../../platform/security/authorize.js";
import { AcrossCustomersArgs, pageAcrossCustomers } from "../customers/list/acrossCustomers.js";
import { InvoiceConnection } from "./invoice.edges.js";
import { Invoice } from "./invoice.entity.js";
import {
  CreateInvoiceFromOrderInput,
  CreateInvoiceInput,
  PayInvoiceInput,
  UpdateInvoiceInput,
} from "./invoice.input.js";
import { invoiceById, invoiceList } from "./invoice.list.js";
import { createInvoice, deleteInvoice, restoreInvoice, updateInvoice } from "./invoice.service.js";
import { createInvoiceFromOrder } from "./invoiceFromOrder.js";
import { InvoicesArgs } from "./invoiceList.input.js";
import { payInvoice } from "./payInvoice.js";

@ObjectType({ description: "The invoice as it is after the change." })
class InvoicePayload {
  @Field(() => Invoice, { description: "The changed record." })
  invoice!: Invoice;
}

/** Invoices: the list of all, one, and writing them. */
@Resolver(() => Invoice)
export class InvoiceResolver {
  @Allow("invoices:read")
  @Query(() => InvoiceConnection, {
    description:
      "The invoices of all customers but archived ones, such as the overdue ones of a person's customers.",
  })
  invoices(
    @Args(() => InvoicesArgs) args: InvoicesArgs,
    @Args(() => AcrossCustomersArgs) across: AcrossCustomersArgs,
    @Selection() selection: SelectedColumns<Invoice>,
    @Ctx() context: Context,
  ): Promise<Connection<Invoice>> {
    return pageAcrossCustomers(invoiceList, { ...args, selection }, across, context);
  }

  @Allow("invoices:read")
  @Query(() => Invoice, {
    nullable: true,
    description: "One invoice by id; null where there is none.",
  })
  invoice(
    @Arg("id", () => ID) id: string,
    @Selection() selection: SelectedColumns<Invoice>,
    @Ctx() context: Context,
  ): Promise<Invoice | null> {
    return context.load(invoiceById, parseId(id), selection);
  }

  @Allow("invoices:write")
  @Mutation(() => InvoicePayload, { description: "Makes an invoice, with its number." })
  async createInvoice(
    @Arg("input", () => CreateInvoiceInput) input: CreateInvoiceInput,
    @Ctx() context: Context,
  ): Promise<InvoicePayload> {
    return { invoice: await createInvoice(context, input) };
  }

  @Allow("invoices:write")
  @Mutation(() => InvoicePayload, {
    description:
      "Makes a pending sales invoice of an order's lines and finalises the order; refused where it has an invoice already.",
  })
  async createInvoiceFromOrder(
    @Arg("input", () => CreateInvoiceFromOrderInput) input: CreateInvoiceFromOrderInput,
    @Ctx() context: Context,
  ): Promise<InvoicePayload> {
    return { invoice: await createInvoiceFromOrder(context, input) };
  }

  @Allow("invoices:write")
  @Mutation(() => InvoicePayload, {
    description: "Changes the given fields of an invoice; a stale version gets CONFLICT.",
  })
  async updateInvoice(
    @Arg("input", () => UpdateInvoiceInput) input: UpdateInvoiceInput,
    @Ctx() context: Context,
  ): Promise<InvoicePayload> {
    return { invoice: await updateInvoice(context, input) };
  }

  @Allow("invoices:write")
  @Mutation(() => InvoicePayload, {
    description:
      "Registers a payment, in part or in full; the invoice is paid when nothing is left open.",
  })
  async payInvoice(
    @Arg("input", () => PayInvoiceInput) input: PayInvoiceInput,
    @Ctx() context: Context,
  ): Promise<InvoicePayload> {
    return { invoice: await payInvoice(context, input) };
  }

  @Allow("invoices:write")
  @Mutation(() => InvoicePayload, {
    description: "Puts an invoice into the trash; its number is not given again.",
  })
  async deleteInvoice(
    @Arg("input", () => DeleteInput) input: DeleteInput,
    @Ctx() context: Context,
  ): Promise<InvoicePayload> {
    return { invoice: await deleteInvoice(context, input) };
  }

  @Allow("invoices:write")
  @Mutation(() => InvoicePayload, { description: "Takes an invoice out of the trash." })
  async restoreInvoice(
    @Arg("input", () => RestoreInput) input: RestoreInput,
    @Ctx() context: Context,
  ): Promise<InvoicePayload> {
    return { invoice: await restoreInvoice(context, input) };
  }
}

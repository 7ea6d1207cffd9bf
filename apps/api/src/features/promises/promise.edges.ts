import { MAX_PROMISED_INVOICES, type PromiseState } from "@clientela/shared/promises/promiseFields";
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
import { User } from "../accounts/user.entity.js";
import { userById } from "../accounts/user.loaders.js";
import { Contact } from "../contacts/contact.entity.js";
import { contactById } from "../contacts/contact.loaders.js";
import { Customer } from "../customers/customer.entity.js";
import { customerOf } from "../customers/customer.loaders.js";
import { Invoice } from "../invoices/invoice.entity.js";
import { invoiceById } from "../invoices/invoice.list.js";
import { PromiseStateEnum, PromiseToPay } from "./promise.entity.js";
import { promisesByCustomer } from "./promise.list.js";
import { PromisesArgs } from "./promiseList.input.js";
import { standingOf } from "./promiseState.js";

/** One page of promises. */
export const PromiseConnection = connectionOf(PromiseToPay);

/** From a customer to its promises. */
@Resolver(() => Customer)
export class CustomerPromises {
  @DependsOn()
  @Allow("invoices:read")
  @FieldResolver(() => PromiseConnection, { description: "What the customer promised to pay." })
  promisesToPay(
    @Root() customer: Customer,
    @Args(() => PromisesArgs) args: PromisesArgs,
    @Selection() selection: SelectedColumns<PromiseToPay>,
    @Ctx() context: Context,
  ): Promise<Connection<PromiseToPay>> {
    return context.load(promisesByCustomer, customer.id, { ...args, selection });
  }
}

/** From a promise to how it stands, its customer, person, invoices and who entered it. */
@Resolver(() => PromiseToPay)
export class PromiseEdges {
  @DependsOn()
  @Allow("invoices:read")
  @FieldResolver(() => PromiseStateEnum, { description: "Where it stands today." })
  async state(@Root() promise: PromiseToPay, @Ctx() context: Context): Promise<PromiseState> {
    const standing = await context.load(standingOf, promise.id);
    return standing?.state ?? "BROKEN";
  }

  @DependsOn<PromiseToPay>("currency")
  @Allow("invoices:read")
  @FieldResolver(() => Money, {
    description:
      "How much of it came by its day: what was allocated to its invoices since it was made; without any, what the customer paid beyond promises that are due earlier.",
  })
  async received(@Root() promise: PromiseToPay, @Ctx() context: Context): Promise<Money> {
    const standing = await context.load(standingOf, promise.id);
    return money(standing?.received ?? "0", promise.currency);
  }

  @DependsOn<PromiseToPay>("customerId")
  @Allow("customers:read")
  @FieldResolver(() => Customer, { description: "Which customer promised it." })
  customer(
    @Root() promise: PromiseToPay,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer> {
    return customerOf(context, promise.customerId, selection);
  }

  @DependsOn<PromiseToPay>("contactId")
  @Allow("contacts:read")
  @FieldResolver(() => Contact, {
    nullable: true,
    description:
      "The person of the customer who promised it; null where none is named or is there.",
  })
  contact(
    @Root() { contactId }: PromiseToPay,
    @Selection() selection: SelectedColumns<Contact>,
    @Ctx() context: Context,
  ): Promise<Contact | null> | null {
    return contactId === null ? null : context.load(contactById, contactId, selection);
  }

  @AtMost(MAX_PROMISED_INVOICES)
  @DependsOn<PromiseToPay>("invoiceIds")
  @Allow("invoices:read")
  @FieldResolver(() => [Invoice], {
    description: "The invoices that are to be paid and are still there.",
  })
  async invoices(
    @Root() promise: PromiseToPay,
    @Selection() selection: SelectedColumns<Invoice>,
    @Ctx() context: Context,
  ): Promise<Invoice[]> {
    const invoices = await Promise.all(
      promise.invoiceIds.map((id) => context.load(invoiceById, id, selection)),
    );
    return invoices.filter((invoice) => invoice !== null);
  }

  @DependsOn<PromiseToPay>("createdById")
  @Allow("invoices:read")
  @FieldResolver(() => User, {
    nullable: true,
    description: "Who entered it; null where a program did.",
  })
  createdBy(
    @Root() { createdById }: PromiseToPay,
    @Ctx() context: Context,
  ): Promise<User | null> | null {
    return createdById === null ? null : context.load(userById, createdById);
  }
}

import { Arg, Args, Ctx, Field, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import type { Connection } from "../../platform/lists/connection.js";
import { type SelectedColumns, Selection } from "../../platform/performance/lookAhead.js";
import { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { Allow } from "../../platform/security/authorize.js";
import { AcrossCustomersArgs, pageAcrossCustomers } from "../customers/list/acrossCustomers.js";
import { PromiseConnection } from "./promise.edges.js";
import { PromiseToPay } from "./promise.entity.js";
import { CreatePromiseToPayInput, UpdatePromiseToPayInput } from "./promise.input.js";
import { promiseList } from "./promise.list.js";
import { createPromise, deletePromise, restorePromise, updatePromise } from "./promise.service.js";
import { PromisesArgs } from "./promiseList.input.js";

@ObjectType({ description: "The promise to pay as it is after the change." })
class PromiseToPayPayload {
  @Field(() => PromiseToPay, { description: "The changed record." })
  promiseToPay!: PromiseToPay;
}

/** Promises to pay: the list of all, and writing them. */
@Resolver(() => PromiseToPay)
export class PromiseResolver {
  @Allow("invoices:read")
  @Query(() => PromiseConnection, {
    description: "What all customers but archived ones promised to pay, such as what is due today.",
  })
  promisesToPay(
    @Args(() => PromisesArgs) args: PromisesArgs,
    @Args(() => AcrossCustomersArgs) across: AcrossCustomersArgs,
    @Selection() selection: SelectedColumns<PromiseToPay>,
    @Ctx() context: Context,
  ): Promise<Connection<PromiseToPay>> {
    return pageAcrossCustomers(promiseList, { ...args, selection }, across, context);
  }

  @Allow("invoices:write")
  @Mutation(() => PromiseToPayPayload, {
    description: "Enters what a customer promised to pay, until when.",
  })
  async createPromiseToPay(
    @Arg("input", () => CreatePromiseToPayInput) input: CreatePromiseToPayInput,
    @Ctx() context: Context,
  ): Promise<PromiseToPayPayload> {
    return { promiseToPay: await createPromise(context, input) };
  }

  @Allow("invoices:write")
  @Mutation(() => PromiseToPayPayload, {
    description: "Changes the given fields of a promise; a stale version gets CONFLICT.",
  })
  async updatePromiseToPay(
    @Arg("input", () => UpdatePromiseToPayInput) input: UpdatePromiseToPayInput,
    @Ctx() context: Context,
  ): Promise<PromiseToPayPayload> {
    return { promiseToPay: await updatePromise(context, input) };
  }

  @Allow("invoices:write")
  @Mutation(() => PromiseToPayPayload, {
    description: "Puts a promise to pay into the trash for 30 days.",
  })
  async deletePromiseToPay(
    @Arg("input", () => DeleteInput) input: DeleteInput,
    @Ctx() context: Context,
  ): Promise<PromiseToPayPayload> {
    return { promiseToPay: await deletePromise(context, input) };
  }

  @Allow("invoices:write")
  @Mutation(() => PromiseToPayPayload, {
    description: "Takes a promise to pay out of the trash.",
  })
  async restorePromiseToPay(
    @Arg("input", () => RestoreInput) input: RestoreInput,
    @Ctx() context: Context,
  ): Promise<PromiseToPayPayload> {
    return { promiseToPay: await restorePromise(context, input) };
  }
}

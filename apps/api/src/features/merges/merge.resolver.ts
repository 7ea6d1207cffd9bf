import type { RecordTypeValue } from "@clientela/shared/records/recordActions";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../../platform/context.js";
import { NotFound } from "../../platform/errors.js";
import { AsManyAs, AsManyAsGiven, AtMost } from "../../platform/graph/cost/listSize.js";
import { parseIds } from "../../platform/graph/parseInput.js";
import {
  DependsOn,
  type SelectedColumns,
  Selection,
} from "../../platform/performance/lookAhead.js";
import { FirstParts } from "../../platform/records/parts.js";
import { Allow } from "../../platform/security/authorize.js";
import { RecordTypeEnum } from "../../platform/types/recordType.js";
import { Customer } from "../customers/customer.entity.js";
import { customerById, customerOf } from "../customers/customer.loaders.js";
import { CustomerMerge } from "./merge.entity.js";
import { MergeCustomersInput, UndoMergeInput } from "./merge.input.js";
import {
  mergedByMerge,
  mergesByCustomer,
  type RecordCount,
  recordCountsOf,
} from "./merge.loaders.js";
import { MAX_MERGED, type Merged, mergeCustomers } from "./merge.service.js";
import { differingFields, type MergeField, MergeFieldEnum } from "./mergeFields.js";
import { type Unmerged, undoMerge } from "./undoMerge.js";

@ObjectType({ description: "How many records of one kind would move with a customer." })
class MergeRecordCount implements RecordCount {
  @Field(() => ID, { description: "Whose they are." })
  customerId!: string;

  @Field(() => RecordTypeEnum, { description: "Their type." })
  recordType!: RecordTypeValue;

  @Field(() => Int, { description: "How many." })
  count!: number;
}

@ObjectType({ description: "What merging customers would mean." })
class MergePreview {
  @AsManyAsGiven()
  @Field(() => [Customer], { description: "The customers, in the order asked for." })
  customers!: Customer[];

  @Field(() => [MergeFieldEnum], { description: "In which fields they differ." })
  differing!: MergeField[];

  @AtMost(10)
  @Field(() => [MergeRecordCount], {
    description: "What each of them has, of the kinds that the viewer may read.",
  })
  recordCounts!: RecordCount[];
}

@ObjectType({ description: "A merge, and the customer that it made." })
class MergePayload implements Merged {
  @Field(() => CustomerMerge, { description: "The merge, by which it can be undone." })
  merge!: CustomerMerge;

  @Field(() => Customer, { description: "The customer that all of them are now." })
  customer!: Customer;
}

@ObjectType({ description: "A merge that was undone, and what became of its customers." })
class UndoMergePayload implements Unmerged {
  @Field(() => CustomerMerge, { description: "The merge that was undone." })
  merge!: CustomerMerge;

  @Field(() => Customer, { description: "The customer that the others had been merged into." })
  customer!: Customer;

  @AtMost(MAX_MERGED)
  @Field(() => [Customer], { description: "The customers that came back." })
  customers!: Customer[];
}

/** Merging customers, and undoing it. */
@Resolver(() => CustomerMerge)
export class MergeResolver {
  @AsManyAs<{ ids: string[] }>(({ ids }) => ids.length)
  @Allow("customers:read")
  @Query(() => MergePreview, {
    description: "What merging customers would mean: where they differ, and what would move.",
  })
  async mergePreview(
    @Arg("ids", () => [ID]) given: string[],
    @Ctx() context: Context,
  ): Promise<MergePreview> {
    const ids = parseIds(given, MAX_MERGED + 1);
    const found = await Promise.all(ids.map((id) => context.load(customerById, id)));
    const customers = found.map((customer, index) => {
      // A merged customer cannot be merged again, though its id resolves to the survivor.
      if (customer === null || customer.id !== ids[index]) {
        throw new NotFound(Customer.name, ids[index] ?? "");
      }
      return customer;
    });
    return {
      customers,
      differing: differingFields(customers),
      recordCounts: await recordCountsOf(context, ids),
    };
  }

  @Allow("customers:write")
  @Mutation(() => MergePayload, {
    description:
      "Makes customers one: what the others have goes to the survivor, to which their ids and numbers lead from then on.",
  })
  mergeCustomers(
    @Arg("input", () => MergeCustomersInput) input: MergeCustomersInput,
    @Ctx() context: Context,
  ): Promise<Merged> {
    return mergeCustomers(context, input);
  }

  @Allow("customers:write")
  @Mutation(() => UndoMergePayload, {
    description:
      "Takes a merge apart within 30 days; what was changed since stays with the survivor.",
  })
  undoMerge(
    @Arg("input", () => UndoMergeInput) input: UndoMergeInput,
    @Ctx() context: Context,
  ): Promise<Unmerged> {
    return undoMerge(context, input.id);
  }

  @Allow("customers:read")
  @FieldResolver(() => Customer, { description: "The customer that they are now." })
  survivor(
    @Root() merge: CustomerMerge,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer> {
    return customerOf(context, merge.survivorId, selection);
  }

  @AtMost(MAX_MERGED)
  @Allow("customers:read")
  @FieldResolver(() => [Customer], {
    description: "The customers that went into it, as they were; none once it is undone.",
  })
  merged(@Root() merge: CustomerMerge, @Ctx() context: Context): Promise<Customer[]> {
    return context.load(mergedByMerge, merge.id);
  }
}

/** From a customer to the merges into it. */
@Resolver(() => Customer)
export class CustomerMerges {
  @DependsOn()
  @Allow("customers:read")
  @FieldResolver(() => [CustomerMerge], {
    description: "The merges of others into it, the newest first.",
  })
  merges(
    @Root() customer: Customer,
    @FirstParts() first: number,
    @Ctx() context: Context,
  ): Promise<CustomerMerge[]> {
    return context.load(mergesByCustomer, customer.id, { first });
  }
}

import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { type Connection, connectionOf } from "../../platform/lists/connection.js";
import { pageOf } from "../../platform/lists/keyset.js";
import {
  DependsOn,
  type SelectedColumns,
  Selection,
} from "../../platform/performance/lookAhead.js";
import { Allow } from "../../platform/security/authorize.js";
import { Customer } from "../customers/customer.entity.js";
import { customerOf } from "../customers/customer.loaders.js";
import { DeletedRecord } from "./deletedRecord.type.js";
import { DeletedRecordsArgs } from "./trash.input.js";
import { deletedRecordsList } from "./trash.list.js";

const DeletedRecordConnection = connectionOf(DeletedRecord);

/** The trash of all kinds of record. */
@Resolver(() => DeletedRecord)
export class TrashResolver {
  @Allow("customers:read")
  @Query(() => DeletedRecordConnection, {
    description:
      "The records in the trash that the caller may restore, of all kinds, deleted last first. What comes back with a deleted customer or project is not listed.",
  })
  deletedRecords(
    @Args(() => DeletedRecordsArgs) args: DeletedRecordsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<DeletedRecord>> {
    return pageOf(deletedRecordsList, args, context);
  }

  @DependsOn<DeletedRecord>("customerId")
  @Allow("customers:read")
  @FieldResolver(() => Customer, {
    nullable: true,
    description: "The customer that it belongs to; null for a customer itself.",
  })
  customer(
    @Root() record: DeletedRecord,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer> | null {
    return record.customerId === null ? null : customerOf(context, record.customerId, selection);
  }
}

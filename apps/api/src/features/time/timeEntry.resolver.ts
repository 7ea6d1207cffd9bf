import { Arg, Args, Ctx, Field, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import type { Connection } from "../../platform/lists/connection.js";
import { type SelectedColumns, Selection } from "../../platform/performance/lookAhead.js";
import { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { Allow } from "../../platform/security/authorize.js";
import { AcrossCustomersArgs, pageAcrossCustomers } from "../customers/list/acrossCustomers.js";
import { TimeEntryConnection } from "./timeEntry.edges.js";
import { TimeEntry } from "./timeEntry.entity.js";
import { CreateTimeEntryInput, UpdateTimeEntryInput } from "./timeEntry.input.js";
import { timeEntryList } from "./timeEntry.list.js";
import {
  createTimeEntry,
  deleteTimeEntry,
  restoreTimeEntry,
  updateTimeEntry,
} from "./timeEntry.service.js";
import { TimeEntriesArgs } from "./timeEntryList.input.js";

@ObjectType({ description: "The entry as it is after the change." })
class TimeEntryPayload {
  @Field(() => TimeEntry, { description: "The changed record." })
  timeEntry!: TimeEntry;
}

/** Logging time. */
@Resolver(() => TimeEntry)
export class TimeEntryResolver {
  @Allow("time:read")
  @Query(() => TimeEntryConnection, {
    description: "The time worked for all customers but archived ones.",
  })
  timeEntries(
    @Args(() => TimeEntriesArgs) args: TimeEntriesArgs,
    @Args(() => AcrossCustomersArgs) across: AcrossCustomersArgs,
    @Selection() selection: SelectedColumns<TimeEntry>,
    @Ctx() context: Context,
  ): Promise<Connection<TimeEntry>> {
    return pageAcrossCustomers(timeEntryList, { ...args, selection }, across, context);
  }

  @Allow("time:write")
  @Mutation(() => TimeEntryPayload, {
    description: "Logs time on a project, of the caller and today unless given.",
  })
  async createTimeEntry(
    @Arg("input", () => CreateTimeEntryInput) input: CreateTimeEntryInput,
    @Ctx() context: Context,
  ): Promise<TimeEntryPayload> {
    return { timeEntry: await createTimeEntry(context, input) };
  }

  @Allow("time:write")
  @Mutation(() => TimeEntryPayload, {
    description: "Changes the given fields of an entry; a stale version gets CONFLICT.",
  })
  async updateTimeEntry(
    @Arg("input", () => UpdateTimeEntryInput) input: UpdateTimeEntryInput,
    @Ctx() context: Context,
  ): Promise<TimeEntryPayload> {
    return { timeEntry: await updateTimeEntry(context, input) };
  }

  @Allow("time:write")
  @Mutation(() => TimeEntryPayload, { description: "Puts an entry into the trash for 30 days." })
  async deleteTimeEntry(
    @Arg("input", () => DeleteInput) input: DeleteInput,
    @Ctx() context: Context,
  ): Promise<TimeEntryPayload> {
    return { timeEntry: await deleteTimeEntry(context, input) };
  }

  @Allow("time:write")
  @Mutation(() => TimeEntryPayload, { description: "Brings an entry back from the trash." })
  async restoreTimeEntry(
    @Arg("input", () => RestoreInput) input: RestoreInput,
    @Ctx() context: Context,
  ): Promise<TimeEntryPayload> {
    return { timeEntry: await restoreTimeEntry(context, input) };
  }
}

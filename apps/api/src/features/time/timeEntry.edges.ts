import { hoursOf } from "@clientela/shared/work/timeEntryFields";
import { Args, Ctx, FieldResolver, Float, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { type Connection, connectionOf } from "../../platform/lists/connection.js";
import {
  DependsOn,
  type SelectedColumns,
  Selection,
} from "../../platform/performance/lookAhead.js";
import { Allow } from "../../platform/security/authorize.js";
import { User } from "../accounts/user.entity.js";
import { userById } from "../accounts/user.loaders.js";
import { Customer } from "../customers/customer.entity.js";
import { customerOf } from "../customers/customer.loaders.js";
import { CustomerTotals } from "../customers/list/totals.type.js";
import { Project } from "../projects/project.entity.js";
import { projectById } from "../projects/project.list.js";
import { ProjectSummary } from "../projects/summary.type.js";
import { TimeEntry } from "./timeEntry.entity.js";
import { customerTime, minutesOf, projectTime, timeEntriesByProject } from "./timeEntry.list.js";
import { TimeEntriesArgs } from "./timeEntryList.input.js";

/** One page of entries of time. */
export const TimeEntryConnection = connectionOf(TimeEntry);

/** The time worked on a project. */
@Resolver(() => Project)
export class ProjectTime {
  @DependsOn()
  @Allow("time:read")
  @FieldResolver(() => TimeEntryConnection, { description: "The time worked on it." })
  timeEntries(
    @Root() project: Project,
    @Args(() => TimeEntriesArgs) args: TimeEntriesArgs,
    @Ctx() context: Context,
  ): Promise<Connection<TimeEntry>> {
    return context.load(timeEntriesByProject, project.id, args);
  }

  @DependsOn()
  @Allow("time:read")
  @FieldResolver(() => Int, { description: "How many minutes were worked on it." })
  async totalMinutes(@Root() project: Project, @Ctx() context: Context): Promise<number> {
    return (await projectTime.load(context, project.id)).minutes;
  }

  @DependsOn()
  @Allow("time:read")
  @FieldResolver(() => Float, { description: "The same in hours, rounded to two decimals." })
  async totalHours(@Root() project: Project, @Ctx() context: Context): Promise<number> {
    return hoursOf((await projectTime.load(context, project.id)).minutes);
  }
}

/** The time in the metrics of a customer's projects. */
@Resolver(() => ProjectSummary)
export class ProjectSummaryTime {
  @Allow("time:read")
  @FieldResolver(() => Int, { description: "How many minutes were worked on all of them." })
  async totalMinutes(@Root() summary: ProjectSummary, @Ctx() context: Context): Promise<number> {
    return (await customerTime.load(context, summary.customerId)).minutes;
  }

  @Allow("time:read")
  @FieldResolver(() => Float, { description: "The same in hours, rounded to two decimals." })
  async totalHours(@Root() summary: ProjectSummary, @Ctx() context: Context): Promise<number> {
    return hoursOf((await customerTime.load(context, summary.customerId)).minutes);
  }
}

/** What an entry of time belongs to. */
@Resolver(() => TimeEntry)
export class TimeEntryEdges {
  @Allow("projects:read")
  @FieldResolver(() => Project, { nullable: true, description: "On which project." })
  project(@Root() entry: TimeEntry, @Ctx() context: Context): Promise<Project | null> {
    return context.load(projectById, entry.projectId);
  }

  @Allow("customers:read")
  @FieldResolver(() => Customer, { description: "The project's customer." })
  customer(
    @Root() entry: TimeEntry,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer> {
    return customerOf(context, entry.customerId, selection);
  }

  @Allow("time:read")
  @FieldResolver(() => User, { nullable: true, description: "Who worked." })
  user(@Root() entry: TimeEntry, @Ctx() context: Context): Promise<User | null> | null {
    return entry.userId === null ? null : context.load(userById, entry.userId);
  }

  @Allow("time:read")
  @FieldResolver(() => Float, { description: "For how many hours, rounded to two decimals." })
  hours(@Root() entry: TimeEntry): number {
    return hoursOf(entry.minutes);
  }
}

/** The time's part of the totals of many customers. */
@Resolver(() => CustomerTotals)
export class TimeTotals {
  @Allow("time:read")
  @FieldResolver(() => Int, { description: "How many minutes were worked on their projects." })
  totalMinutes(@Root() totals: CustomerTotals, @Ctx() context: Context): Promise<number> {
    return minutesOf(context, totals);
  }
}

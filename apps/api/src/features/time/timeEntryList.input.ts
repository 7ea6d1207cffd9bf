import { ArgsType, Field, ID, InputType } from "type-graphql";
import { FilterGroups, Grouped } from "../../platform/lists/filterGroups.js";
import type { ListArgs, SortOrder } from "../../platform/lists/keyset.js";
import { Allow } from "../../platform/security/authorize.js";
import { registerOrder } from "../../platform/types/orders.js";
import { OrderDirection, PageArgs } from "../../platform/types/page.input.js";
import { DateScalar } from "../../platform/types/scalars.js";

const FIELDS = { WORKED_ON: "time:read", CREATED_AT: "time:read", MINUTES: "time:read" } as const;

/** What entries of time can be sorted by. */
export type TimeEntryOrderField = keyof typeof FIELDS;

const TimeEntryOrderFieldEnum = registerOrder(
  "TimeEntryOrderField",
  FIELDS,
  "What entries of time can be sorted by.",
);

/** Which entries of time a list holds; all conditions must hold. */
@InputType({ description: "Which entries of time a list holds; all conditions must hold." })
@Grouped()
export class TimeEntryFilter extends FilterGroups<TimeEntryFilter> {
  @Allow("time:read")
  @Field(() => [ID], { nullable: true, description: "Worked by any of these users." })
  userIds?: string[] | null;

  @Allow("time:read")
  @Field(() => DateScalar, { nullable: true, description: "Worked on this day or later." })
  workedFrom?: string | null;

  @Allow("time:read")
  @Field(() => DateScalar, { nullable: true, description: "Worked on this day or earlier." })
  workedTo?: string | null;
}

/** How entries of time are sorted. */
@InputType({ description: "How entries of time are sorted." })
export class TimeEntryOrder implements SortOrder<TimeEntryOrderField> {
  @Field(() => TimeEntryOrderFieldEnum, { description: "By what." })
  field!: TimeEntryOrderField;

  @Field(() => OrderDirection, {
    defaultValue: OrderDirection.ASC,
    description: "Which end comes first.",
  })
  direction!: OrderDirection;
}

/** The parameters of a list of entries of time. */
@ArgsType()
export class TimeEntriesArgs
  extends PageArgs
  implements ListArgs<TimeEntryFilter, TimeEntryOrderField>
{
  @Field(() => TimeEntryFilter, { nullable: true, description: "Which ones; all unless given." })
  filter?: TimeEntryFilter | null;

  @Field(() => TimeEntryOrder, { nullable: true, description: "The latest first unless given." })
  orderBy?: TimeEntryOrder | null;
}

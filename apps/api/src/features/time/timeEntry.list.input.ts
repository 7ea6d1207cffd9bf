import { ArgsType, Field, ID, InputType } from "type-graphql";
import type { ListArgs, SortOrder } from "../../platform/records/keyset.js";
import { registerEnum } from "../../platform/types/enums.js";
import { OrderDirection, PageArgs } from "../../platform/types/page.args.js";
import { DateScalar } from "../../platform/types/scalars.js";

const FIELDS = ["WORKED_ON", "CREATED_AT", "MINUTES"] as const;

/** What entries of time can be sorted by. */
export type TimeEntryOrderField = (typeof FIELDS)[number];

const TimeEntryOrderFieldEnum = registerEnum(
  "TimeEntryOrderField",
  FIELDS,
  "What entries of time can be sorted by.",
);

/** Which entries of time a list holds; all conditions must hold. */
@InputType({ description: "Which entries of time a list holds; all conditions must hold." })
export class TimeEntryFilter {
  @Field(() => [ID], { nullable: true, description: "Worked by any of these users." })
  userIds?: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: "Worked on this day or later." })
  workedFrom?: string | null;

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

/** What a list of entries of time is asked. */
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

import { Field, ID, InputType, Int } from "type-graphql";
import { type ExternalIdInput, NewExternalIds } from "../../platform/records/externalId.type.js";
import { DateScalar } from "../../platform/types/scalars.js";
import { ItemExternalId, ItemReference } from "../upserts/upsertItem.input.js";

@InputType()
class TimeEntryFields {
  @Field(() => ID, {
    nullable: true,
    description: "Who worked; the caller unless a new entry says otherwise.",
  })
  userId?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "On which day; today unless a new entry says otherwise.",
  })
  workedOn?: string | null;

  @Field(() => String, { nullable: true, description: "What was done." })
  note?: string | null;
}

/** Time to log on a project. */
@InputType({ description: "Time to log on a project." })
export class CreateTimeEntryInput extends TimeEntryFields {
  @NewExternalIds()
  externalIds?: ExternalIdInput[] | null;

  @Field(() => ID, { description: "On which project." })
  projectId!: string;

  @Field(() => Int, { description: "For how many minutes: 1 to 1440." })
  minutes!: number;
}

/** The fields of an entry to change; what is left out stays, null clears. */
@InputType({
  description: "The fields of an entry to change; what is left out stays, null clears.",
})
export class UpdateTimeEntryInput extends TimeEntryFields {
  @Field(() => ID, { description: "Which entry." })
  id!: string;

  @Field(() => Int, { description: "The version that is changed; another one gets CONFLICT." })
  version!: number;

  @Field(() => ID, {
    nullable: true,
    description: "Another project of the same customer that it moves to.",
  })
  projectId?: string | null;

  @Field(() => Int, { nullable: true, description: "For how many minutes: 1 to 1440." })
  minutes?: number | null;
}

/** Time on a project as another system has it. */
@InputType({ description: "Time on a project as another system has it." })
export class UpsertTimeEntryItem extends TimeEntryFields {
  @ItemExternalId()
  externalId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "On which project; required for a new one, and of the same customer ever after.",
  })
  projectId?: string | null;

  @ItemReference("projectId")
  projectExternalId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "For how many minutes: 1 to 1440; required for a new one.",
  })
  minutes?: number | null;
}

import type { RecordTypeValue } from "@clientela/shared/records/recordActions";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import { Allow } from "../../platform/security/authorize.js";
import { registerEnum } from "../../platform/types/enums.js";
import { PageArgs } from "../../platform/types/page.input.js";
import { RecordTypeEnum } from "../../platform/types/recordType.js";
import { DateScalar } from "../../platform/types/scalars.js";

const KINDS = ["CHANGES", "NOTES", "FILES"] as const;

/** What a history entry records. */
export type ActivityKind = (typeof KINDS)[number];

const ActivityKindEnum = registerEnum(
  "ActivityKind",
  KINDS,
  "What an entry of the history is about: changes of records, notes, or files.",
);

/** Which entries of the history a list holds; all conditions must hold. */
@InputType({
  description: "Which entries of the history a list holds; all conditions must hold.",
})
export class ActivityFilter {
  @Allow("activity:read")
  @Field(() => [ActivityKindEnum], { nullable: true, description: "Tells of any of these." })
  kind?: ActivityKind[] | null;

  @Allow("activity:read")
  @Field(() => [RecordTypeEnum], {
    nullable: true,
    description: "Done to a record of any of these types.",
  })
  recordType?: RecordTypeValue[] | null;

  @Allow("activity:read")
  @Field(() => ID, { nullable: true, description: "Done to this record." })
  recordId?: string | null;

  @Allow("activity:read")
  @Field(() => [String], {
    nullable: true,
    description:
      "Changed any of these fields, as `changes` names them, or a part of one: email, `address.street`, `address` … 100 at the most.",
  })
  fields?: string[] | null;

  @Allow("activity:read")
  @Field(() => [String], { nullable: true, description: "Any of these actions, such as created." })
  action?: string[] | null;

  @Allow("activity:read")
  @Field(() => [ID], { nullable: true, description: "Done by any of these users or keys." })
  actorIds?: string[] | null;

  @Allow("activity:read")
  @Field(() => DateScalar, { nullable: true, description: "Done on this day or later." })
  from?: string | null;

  @Allow("activity:read")
  @Field(() => DateScalar, { nullable: true, description: "Done on this day or earlier." })
  to?: string | null;
}

/** A page of the history. */
@ArgsType()
export class ActivityArgs extends PageArgs {
  @Field(() => ActivityFilter, { nullable: true, description: "Which entries; all unless given." })
  filter?: ActivityFilter | null;
}

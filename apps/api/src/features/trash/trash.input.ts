import type { RecordTypeValue } from "@clientela/shared/records/recordActions";
import { ArgsType, Field, InputType } from "type-graphql";
import { Allow } from "../../platform/security/authorize.js";
import { PageArgs } from "../../platform/types/page.input.js";
import { RecordTypeEnum } from "../../platform/types/recordType.js";

/** Which records of the trash a list holds. */
@InputType({ description: "Which records of the trash a list holds." })
export class DeletedRecordFilter {
  @Allow("customers:read")
  @Field(() => [RecordTypeEnum], {
    nullable: true,
    description: "Of any of these types; the caller must be allowed to restore each.",
  })
  recordType?: RecordTypeValue[] | null;
}

/** A page of the trash. */
@ArgsType()
export class DeletedRecordsArgs extends PageArgs {
  @Field(() => DeletedRecordFilter, {
    nullable: true,
    description: "Which records; all that the caller may restore unless given.",
  })
  filter?: DeletedRecordFilter | null;
}

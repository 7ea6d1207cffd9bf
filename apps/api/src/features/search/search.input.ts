import type { RecordTypeValue } from "@clientela/shared/records/recordActions";
import { ArgsType, Field, Int } from "type-graphql";
import { Allow } from "../../platform/security/authorize.js";
import { RecordTypeEnum } from "../../platform/types/recordType.js";
import { MAX_RESULTS } from "./search.type.js";

/** What is searched for. */
@ArgsType()
export class SearchArgs {
  @Allow("signed-in")
  @Field(() => String, {
    description:
      "A text of at most 200 characters: each of its words must occur, in any case and without its accents. Words of one or two letters find titles that begin with them.",
  })
  text!: string;

  @Field(() => Int, {
    defaultValue: 20,
    description: `How many results at the most; up to ${MAX_RESULTS}.`,
  })
  first!: number;

  @Allow("signed-in")
  @Field(() => [RecordTypeEnum], {
    nullable: true,
    description:
      "Records of these types; all that the caller may read unless given. One that they may not read is FORBIDDEN.",
  })
  types?: RecordTypeValue[] | null;
}

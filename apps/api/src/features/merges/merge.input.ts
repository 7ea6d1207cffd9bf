import { Field, ID, InputType, Int } from "type-graphql";
import { type FieldChoice, type MergeField, MergeFieldEnum } from "./mergeFields.js";

/** The customer whose value a field takes. */
@InputType({ description: "From which customer a field is taken, also where it has none." })
export class MergeFieldChoice implements FieldChoice {
  @Field(() => MergeFieldEnum, { description: "Which field." })
  field!: MergeField;

  @Field(() => ID, { description: "One of the customers that are merged." })
  from!: string;
}

/** The customers to merge. */
@InputType({ description: "Customers that are one." })
export class MergeCustomersInput {
  @Field(() => ID, { description: "The one that stays." })
  survivorId!: string;

  @Field(() => Int, { description: "Its version that was seen; another one gets CONFLICT." })
  version!: number;

  @Field(() => [ID], { description: "The others, 20 at the most." })
  mergedIds!: string[];

  @Field(() => [MergeFieldChoice], {
    nullable: true,
    description:
      "Fields to choose; of those left out the survivor keeps its own, or gets what the others have where it has none.",
  })
  fields?: MergeFieldChoice[] | null;
}

/** The merge to undo. */
@InputType({ description: "Which merge is undone." })
export class UndoMergeInput {
  @Field(() => ID, { description: "Which merge." })
  id!: string;
}

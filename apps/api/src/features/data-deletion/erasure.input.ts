import { Field, ID, InputType, Int } from "type-graphql";

/** The customer whose personal data is deleted. */
@InputType({ description: "Whose data is erased; it cannot be undone." })
export class EraseCustomerPersonalDataInput {
  @Field(() => ID, { description: "The customer." })
  id!: string;

  @Field(() => Int, { description: "The version that was seen; another one gets CONFLICT." })
  version!: number;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether its files are deleted too, for good; they are unless this says false.",
  })
  includeFiles?: boolean | null;
}

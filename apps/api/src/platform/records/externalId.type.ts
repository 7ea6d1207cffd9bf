import { Field, InputType, ObjectType } from "type-graphql";

/** The id of a record in another system. */
@ObjectType({ description: "The id of a record in another system." })
export class ExternalId {
  @Field(() => String, { description: "The other system." })
  source!: string;

  @Field(() => String, { description: "The id there." })
  value!: string;
}

/** The id of a record in another system. */
@InputType({ description: "The id of a record in another system." })
export class ExternalIdInput {
  @Field(() => String, { description: "The other system." })
  source!: string;

  @Field(() => String, { description: "The id there." })
  value!: string;
}

/** An input's field for the external ids of a new record. */
export const NewExternalIds = () =>
  Field(() => [ExternalIdInput], {
    nullable: true,
    description: "Its ids in other systems, 50 at the most.",
  });

import { Field, ObjectType } from "type-graphql";

/** The id of a customer in another system. */
@ObjectType({ description: "The id of a customer in another system." })
export class ExternalId {
  @Field(() => String, { description: "The other system." })
  source!: string;

  @Field(() => String, { description: "The id there." })
  value!: string;
}

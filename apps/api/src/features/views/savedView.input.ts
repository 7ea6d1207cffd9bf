import { Field, ID, InputType, Int } from "type-graphql";

/** A new view. */
@InputType({ description: "A new view of the caller's own." })
export class CreateSavedViewInput {
  @Field(() => String, { description: "What its tab says; 60 characters at the most." })
  name!: string;

  @Field(() => String, {
    description: "Search, filters, sorting and columns as the URL of the list has them.",
  })
  query!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether everyone has it; takes the permission to change customers.",
  })
  shared!: boolean;
}

/** Changes to a view; what is left out stays. */
@InputType({ description: "Changes to a view; what is left out stays." })
export class UpdateSavedViewInput {
  @Field(() => ID, { description: "Which one." })
  id!: string;

  @Field(() => Int, { description: "The version that is changed." })
  version!: number;

  @Field(() => String, { nullable: true, description: "What its tab says." })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Search, filters, sorting and columns as the URL of the list has them.",
  })
  query?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether everyone has it; takes the permission to change customers.",
  })
  shared?: boolean | null;
}

/** A view to delete. */
@InputType({ description: "A view to delete." })
export class DeleteSavedViewInput {
  @Field(() => ID, { description: "The view." })
  id!: string;
}

import { Field, ID, InputType, Int } from "type-graphql";

/** A team of people. */
@InputType({ description: "A team of people." })
export class CreateTeamInput {
  @Field(() => String, { description: "What people call it; 60 characters at the most." })
  name!: string;

  @Field(() => [ID], { nullable: true, description: "Its people; 100 at the most." })
  memberIds?: string[] | null;
}

/** Changes to a team; what is left out stays. */
@InputType({ description: "Changes to a team; what is left out stays." })
export class UpdateTeamInput {
  @Field(() => ID, { description: "Which one." })
  id!: string;

  @Field(() => Int, { description: "The version that is changed; another one gets CONFLICT." })
  version!: number;

  @Field(() => String, { nullable: true, description: "What people call it." })
  name?: string | null;

  @Field(() => [ID], { nullable: true, description: "All its people from now on." })
  memberIds?: string[] | null;
}

/** A team to delete. */
@InputType({ description: "A team to delete." })
export class DeleteTeamInput {
  @Field(() => ID, { description: "The team; its people and their customers stay." })
  id!: string;
}

import type { Role } from "@clientela/shared/records/roles";
import { Field, ID, InputType, Int } from "type-graphql";
import { RoleEnum } from "../user.entity.js";

/** The fields of a user to change; an omitted field keeps its value. */
@InputType({ description: "The fields of a user to change; what is left out stays." })
export class UpdateUserInput {
  @Field(() => ID, { description: "Which user." })
  id!: string;

  @Field(() => Int, { description: "The version that is changed; another one gets CONFLICT." })
  version!: number;

  @Field(() => String, { nullable: true, description: "The person's name." })
  name?: string | null;

  @Field(() => RoleEnum, { nullable: true, description: "What the person may do, as a preset." })
  role?: Role | null;

  @Field(() => ID, { nullable: true, description: "What the person may do, as an access role." })
  roleId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the person can no longer sign in.",
  })
  disabled?: boolean | null;
}

/** A new password in place of the current one. */
@InputType({ description: "A new password in place of the present one." })
export class ChangePasswordInput {
  @Field(() => String, { description: "The present one." })
  currentPassword!: string;

  @Field(() => String, { description: "8 to 128 characters." })
  newPassword!: string;
}

/** The person for whom a link to choose a password is created. */
@InputType({ description: "For whom a link is made with which a password is chosen." })
export class CreatePasswordLinkInput {
  @Field(() => ID, { description: "The person's user." })
  userId!: string;

  @Field(() => String, {
    nullable: true,
    description: "The caller's own present password, for a link of their own.",
  })
  password?: string | null;
}

/** Another person. */
@InputType({ description: "Another person." })
export class UserIdInput {
  @Field(() => ID, { description: "The person's user." })
  userId!: string;
}

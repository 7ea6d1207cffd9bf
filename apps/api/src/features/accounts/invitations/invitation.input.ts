import type { Role } from "@clientela/shared/records/roles";
import { Field, ID, InputType } from "type-graphql";
import { EmailAddress } from "../../../platform/types/scalars.js";
import { RoleEnum } from "../user.entity.js";

/** A person to invite. */
@InputType({ description: "A person to invite." })
export class InviteUserInput {
  @Field(() => String, { description: "The person's name." })
  name!: string;

  @Field(() => EmailAddress, { description: "The address to sign in with." })
  email!: string;

  @Field(() => RoleEnum, {
    nullable: true,
    description: "What the person may do, as a preset; else `roleId`.",
  })
  role?: Role | null;

  @Field(() => ID, { nullable: true, description: "What the person may do, as an access role." })
  roleId?: string | null;
}

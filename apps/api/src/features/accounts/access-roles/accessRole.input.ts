import { Field, ID, InputType, Int } from "type-graphql";
import type { RecordAccess } from "../../../platform/database/recordScope.js";
import { RecordAccessEnum } from "./accessRole.entity.js";

/** A copy of a role, with its own permissions. */
@InputType({ description: "A copy of a role, with permissions of its own." })
export class CreateAccessRoleInput {
  @Field(() => String, { description: "What people call it; 60 characters at the most." })
  name!: string;

  @Field(() => ID, { description: "The role that is copied." })
  copyOfId!: string;

  @Field(() => [String], {
    nullable: true,
    description: "What its people may do; left out, what those of the copied role may.",
  })
  permissions?: string[] | null;

  @Field(() => RecordAccessEnum, {
    nullable: true,
    description:
      "Which customers its people see; left out, those that people of the copied role see.",
  })
  recordAccess?: RecordAccess | null;
}

/** The fields of a role to change; an omitted field keeps its value. */
@InputType({ description: "Changes to a role; what is left out stays." })
export class UpdateAccessRoleInput {
  @Field(() => ID, { description: "Which one; presets stay as they are." })
  id!: string;

  @Field(() => Int, { description: "The version that is changed; another one gets CONFLICT." })
  version!: number;

  @Field(() => String, { nullable: true, description: "What people call it." })
  name?: string | null;

  @Field(() => [String], { nullable: true, description: "What its people may do from now on." })
  permissions?: string[] | null;

  @Field(() => RecordAccessEnum, {
    nullable: true,
    description: "Which customers its people see from now on.",
  })
  recordAccess?: RecordAccess | null;
}

/** A role to delete. */
@InputType({ description: "A role to delete." })
export class DeleteAccessRoleInput {
  @Field(() => ID, { description: "The role; nobody may have it any more." })
  id!: string;
}

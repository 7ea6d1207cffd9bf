import { PERMISSIONS, type Permission, type Role } from "@clientela/shared/records/roles";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { RECORD_ACCESS, type RecordAccess } from "../../../platform/database/recordScope.js";
import { DependsOn } from "../../../platform/performance/lookAhead.js";
import { registerEnum } from "../../../platform/types/enums.js";
import { Node, StoredRecord } from "../../../platform/types/record.js";
import { RoleEnum } from "../user.entity.js";
import { grantedPermissions } from "./grantedPermissions.js";

/** Which customers people see, as a GraphQL enum. */
export const RecordAccessEnum = registerEnum(
  "RecordAccess",
  RECORD_ACCESS,
  "Which customers people see, and with them what belongs to each: ALL; TEAM, those that somebody of their teams looks after; OWN, those that they look after themselves.",
);

/** A set of permissions: one of the five presets, or a copy that an admin changed. */
@Entity("access_roles")
@ObjectType({
  implements: Node,
  description:
    "What people may do: one of the five presets, or a copy of one that an admin changed.",
})
export class AccessRole extends StoredRecord {
  @Field(() => String, { description: "What people call it; a preset is called as in `Role`." })
  @Column("text")
  name!: string;

  @Field(() => RoleEnum, { description: "The preset that it is, or was copied from." })
  @Column("text")
  basedOn!: Role;

  /** Null for a preset, whose permissions are defined in the code. */
  @Column("text", { array: true, nullable: true })
  ownPermissions!: string[] | null;

  @Field(() => RecordAccessEnum, { description: "Which customers its people see." })
  @Column("text")
  recordAccess!: RecordAccess;

  @DependsOn<AccessRole>("ownPermissions")
  @Field(() => Boolean, {
    description: "Whether it is one of the five presets, which stay as they are.",
  })
  isPreset(): boolean {
    return this.ownPermissions === null;
  }

  @DependsOn<AccessRole>("basedOn", "ownPermissions")
  @Field(() => [String], {
    description: "What its people may do, such as `customers:read`, in the order of the register.",
  })
  permissions(): Permission[] {
    const granted = grantedPermissions(this.basedOn, this.ownPermissions);
    return PERMISSIONS.filter((permission) => granted.has(permission));
  }
}

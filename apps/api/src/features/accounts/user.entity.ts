import { ROLES, type Role } from "@clientela/shared/records/roles";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { registerEnum } from "../../platform/types/enums.js";
import { Node, StoredRecord } from "../../platform/types/record.js";
import { EmailAddress } from "../../platform/types/scalars.js";

/** The roles as a GraphQL enum. */
export const RoleEnum = registerEnum(
  "Role",
  ROLES,
  "What a person or key may do; see the permissions.",
);

/** A person who can sign in. */
@Entity("users")
@ObjectType({ implements: Node, description: "A person who can sign in." })
export class User extends StoredRecord {
  @Field(() => String, { description: "The person's name." })
  @Column("text")
  name!: string;

  @Field(() => EmailAddress, { description: "The address that the person signs in with." })
  @Column("text")
  email!: string;

  @Field(() => RoleEnum, {
    description: "The preset that the person's role is, or was copied from; `accessRole` decides.",
  })
  @Column("text")
  role!: Role;

  /** The role of one's own making that decides in place of the preset; it is shown by its name. */
  @Column("uuid", { nullable: true })
  accessRoleId!: string | null;

  @Field(() => Boolean, { description: "Whether the person can no longer sign in." })
  disabled(): boolean {
    return this.disabledAt !== null;
  }

  @Column("timestamptz", { nullable: true })
  disabledAt!: Date | null;

  /** To the minute; null until the first request. */
  @Column("timestamptz", { nullable: true })
  lastSeenAt!: Date | null;

  /** Set once the person has followed a link that only they were given. */
  @Column("boolean")
  emailVerified!: boolean;
}

import type { Permission } from "@clientela/shared/records/roles";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { Node, StoredRecord } from "../../platform/types/record.js";
import { DateTimeScalar } from "../../platform/types/scalars.js";
import { User } from "../accounts/user.entity.js";

/** How every key begins, so that people and scanners recognise one. */
export const KEY_BRAND = "clk";

const PREFIX_LENGTH = 20;

/** The part of a key that is no secret. */
export const keyHead = (id: string) => `${KEY_BRAND}_${id.replaceAll("-", "")}`;

/** A key with which a program calls the graph; its secret is shown once and never stored. */
@Entity("api_keys")
@ObjectType({ implements: Node, description: "A key with which a program calls the graph." })
export class ApiKey extends StoredRecord {
  @Field(() => String, { description: "What the key is for." })
  @Column("text")
  name!: string;

  @Field(() => String, { description: "The beginning of the key, to tell keys apart." })
  prefix(): string {
    return keyHead(this.id).slice(0, PREFIX_LENGTH);
  }

  @Column("text")
  secretHash!: string;

  @Field(() => [String], {
    description: "What it may do, within what its maker may do at the time of the call.",
  })
  @Column("text", { array: true })
  scopes!: Permission[];

  @ForeignKey(() => User)
  @Column("uuid")
  userId!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it stops working by itself." })
  @Column("timestamptz", { nullable: true })
  expiresAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was last used, to the minute.",
  })
  @Column("timestamptz", { nullable: true })
  lastUsedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was revoked." })
  @Column("timestamptz", { nullable: true })
  revokedAt!: Date | null;
}

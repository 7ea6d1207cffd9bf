import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { DependsOn } from "../../platform/performance/lookAhead.js";
import { Node, StoredRecord } from "../../platform/types/record.js";
import { User } from "../accounts/user.entity.js";
import { Customer } from "../customers/customer.entity.js";
import { isShownInline } from "./mediaType.js";

/** The metadata of an uploaded file; its bytes are in the storage under its id. */
@Entity("files")
@ObjectType({ implements: Node, description: "A file that was uploaded for a customer." })
export class File extends StoredRecord {
  /** Null for an upload that belongs to no customer, such as a sheet to import. */
  @ForeignKey(() => Customer)
  @Column("uuid", { nullable: true })
  customerId!: string | null;

  @Field(() => String, { description: "The name it is downloaded under." })
  @Column("text")
  name!: string;

  @Field(() => String, { description: "Its media type, detected from its content." })
  @Column("text")
  mediaType!: string;

  @Field(() => Int, { description: "Bytes." })
  @Column("integer")
  size!: number;

  @Field(() => String, { description: "The SHA-256 of its bytes, in hexadecimal." })
  @Column("text")
  sha256!: string;

  @Field(() => ID, { nullable: true, description: "Who uploaded it." })
  @ForeignKey(() => User)
  @Column("uuid", { nullable: true })
  uploadedById!: string | null;

  @Column("timestamptz", { nullable: true })
  deletedAt!: Date | null;

  @DependsOn()
  @Field(() => String, { description: "Where this server gives it out, as a path." })
  url(): string {
    return `/files/${this.id}`;
  }

  @DependsOn<File>("mediaType")
  @Field(() => String, {
    nullable: true,
    description: "Where it can be shown in a page; null for all but images and PDF.",
  })
  previewUrl(): string | null {
    return isShownInline(this.mediaType) ? `${this.url()}?inline=1` : null;
  }
}

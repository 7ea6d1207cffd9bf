import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { Node, StoredRecord } from "../../platform/types/record.js";
import { DateTimeScalar } from "../../platform/types/scalars.js";
import { Customer } from "../customers/customer.entity.js";

/** Customers that were made one, with what it takes to undo that. */
@Entity("customer_merges")
@ObjectType("CustomerMerge", { implements: Node, description: "Customers that were made one." })
export class CustomerMerge extends StoredRecord {
  @Field(() => ID, { description: "The customer that they are now." })
  @ForeignKey(() => Customer)
  @Column("uuid")
  survivorId!: string;

  /** What the survivor got: property -> [old, new]. */
  @Column("jsonb")
  changes!: Record<string, [old: unknown, now: unknown]>;

  /** The ids in other systems that it got. */
  @Column("jsonb")
  externalIds!: MovedExternalId[];

  @Field(() => DateTimeScalar, { description: "Until when it can be undone." })
  @Column("timestamptz")
  undoableUntil!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was undone." })
  @Column("timestamptz", { nullable: true })
  undoneAt!: Date | null;
}

/** An id in another system, and the customer that had it. */
export interface MovedExternalId {
  source: string;
  id: string;
  from: string;
}

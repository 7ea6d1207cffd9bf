import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { Node, StoredRecord } from "../../platform/types/record.js";
import { DateTimeScalar } from "../../platform/types/scalars.js";
import { Customer } from "../customers/customer.entity.js";

/** A merge of customers, with the data needed to undo it. */
@Entity("customer_merges")
@ObjectType("CustomerMerge", { implements: Node, description: "Customers that were made one." })
export class CustomerMerge extends StoredRecord {
  @Field(() => ID, { description: "The customer that they are now." })
  @ForeignKey(() => Customer)
  @Column("uuid")
  survivorId!: string;

  /** The survivor's changed fields: property -> [old, new]. */
  @Column("jsonb")
  changes!: Record<string, [old: unknown, now: unknown]>;

  /** The external ids that moved to the survivor. */
  @Column("jsonb")
  externalIds!: MovedExternalId[];

  @Field(() => DateTimeScalar, { description: "Until when it can be undone." })
  @Column("timestamptz")
  undoableUntil!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was undone." })
  @Column("timestamptz", { nullable: true })
  undoneAt!: Date | null;
}

/** An external id and the customer that had it before. */
export interface MovedExternalId {
  source: string;
  id: string;
  from: string;
}

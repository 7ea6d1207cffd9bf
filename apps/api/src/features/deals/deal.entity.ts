import { DEAL_STAGES, type DealStage } from "@clientela/shared/records/enums";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { DependsOn } from "../../platform/performance/lookAhead.js";
import { registerEnum } from "../../platform/types/enums.js";
import { Money, money } from "../../platform/types/money.js";
import { Node, StoredRecord } from "../../platform/types/record.js";
import { DateScalar } from "../../platform/types/scalars.js";
import { User } from "../accounts/user.entity.js";
import { Customer } from "../customers/customer.entity.js";

/** The stages of a deal as a GraphQL enum. */
export const DealStageEnum = registerEnum("DealStage", DEAL_STAGES, "How far a deal has come.");

/** Something that a customer may buy. */
@Entity("deals")
@ObjectType({ implements: Node, description: "Something that a customer may buy." })
export class Deal extends StoredRecord {
  @Field(() => ID, { description: "Whose it is." })
  @ForeignKey(() => Customer)
  @Column("uuid")
  customerId!: string;

  @Field(() => String, { description: "What it is about." })
  @Column("text")
  title!: string;

  @Field(() => DealStageEnum, { description: "How far it has come." })
  @Column("text")
  stage!: DealStage;

  @Column("numeric")
  value!: string;

  @Column("text")
  currency!: string;

  @DependsOn<Deal>("value", "currency")
  @Field(() => Money, { name: "value", description: "What it is worth if it is won." })
  valueMoney(): Money {
    return money(this.value, this.currency);
  }

  @Field(() => Int, { description: "How likely it is won, in percent." })
  @Column("integer")
  probability!: number;

  @Field(() => DateScalar, { nullable: true, description: "When it should be decided." })
  @Column("date", { nullable: true })
  expectedCloseOn!: string | null;

  @Field(() => ID, { nullable: true, description: "Who works on it." })
  @ForeignKey(() => User)
  @Column("uuid", { nullable: true })
  ownerId!: string | null;

  @Field(() => String, { nullable: true, description: "Anything worth knowing." })
  @Column("text", { nullable: true })
  notes!: string | null;

  @Column("timestamptz", { nullable: true })
  deletedAt!: Date | null;
}

import { Field, Float, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { registerEnum } from "../../platform/types/enums.js";
import { DUPLICATE_REASONS, type DuplicateReason } from "./sameness.js";

/** Why two customers may be duplicates, as a GraphQL enum. */
export const DuplicateReasonEnum = registerEnum(
  "DuplicateReason",
  DUPLICATE_REASONS,
  "Why two customers may be one.",
);

/** Two customers that may be duplicates. */
@Entity("duplicate_pairs")
@ObjectType({ description: "Two customers that may be one." })
export class DuplicateCandidate {
  @PrimaryColumn("uuid")
  id!: string;

  @Column("uuid")
  lowId!: string;

  @Column("uuid")
  highId!: string;

  @Field(() => [DuplicateReasonEnum], { description: "Why." })
  @Column("text", { array: true })
  reasons!: DuplicateReason[];

  @Column("numeric")
  score!: string;

  @Field(() => Float, { name: "score", description: "How likely, 0 to 1." })
  likelihood(): number {
    return Number(this.score);
  }
}

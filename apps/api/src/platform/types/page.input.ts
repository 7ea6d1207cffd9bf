import { ArgsType, Field, Int, registerEnumType } from "type-graphql";
import type { ValuesConfig } from "./rules.js";

/** Ascending or descending. */
export enum OrderDirection {
  ASC = "ASC",
  DESC = "DESC",
}
const valuesConfig: ValuesConfig<OrderDirection> = {
  ASC: { rule: "signed-in" },
  DESC: { rule: "signed-in" },
};
registerEnumType(OrderDirection, {
  name: "OrderDirection",
  description: "Which end comes first.",
  valuesConfig,
});

/** Where a page starts and how long it is (Relay cursor connections). */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: "How many from the start: 25 unless given, 100 at the most.",
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "Only what comes after this cursor." })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: "How many from the end." })
  last?: number | null;

  @Field(() => String, { nullable: true, description: "Only what comes before this cursor." })
  before?: string | null;
}

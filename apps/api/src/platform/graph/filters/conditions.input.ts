import { Field, ID, InputType } from "type-graphql";
import { CurrencyCode, DecimalScalar, MomentScalar } from "../../types/scalars.js";

const isEmpty = () =>
  Field(() => Boolean, { nullable: true, description: "Without (true) or with (false) a value." });

/** What a text must be; accents and case do not matter. */
@InputType({ description: "What a text must be; accents and case do not matter. All must hold." })
export class TextCondition {
  @Field(() => [String], { nullable: true, description: "Any of these." })
  in?: string[] | null;

  @Field(() => String, { nullable: true, description: "It contains this." })
  contains?: string | null;

  @isEmpty()
  isEmpty?: boolean | null;
}

/** Which record it is. */
@InputType({ description: "Which record it is. All must hold." })
export class IdCondition {
  @Field(() => [ID], { nullable: true, description: "Any of these." })
  in?: string[] | null;

  @isEmpty()
  isEmpty?: boolean | null;
}

/** A range of numbers. */
@InputType({ description: "A range of numbers. All must hold." })
export class NumberCondition {
  @Field(() => DecimalScalar, { nullable: true, description: "This or more." })
  gte?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "More than this." })
  gt?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "This or less." })
  lte?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Less than this." })
  lt?: string | null;

  @isEmpty()
  isEmpty?: boolean | null;
}

/** A range of amounts in one currency. */
@InputType({ description: "A range of amounts in one currency. All must hold." })
export class MoneyCondition extends NumberCondition {
  @Field(() => CurrencyCode, {
    nullable: true,
    description: "The currency of the amounts; the organisation's unless given.",
  })
  currency?: string | null;
}

/** A range of days or instants. */
@InputType({ description: "A range of days or instants. All must hold." })
export class TimeCondition {
  @Field(() => MomentScalar, { nullable: true, description: "Then or later." })
  gte?: string | null;

  @Field(() => MomentScalar, { nullable: true, description: "Later than that; after that day." })
  gt?: string | null;

  @Field(() => MomentScalar, { nullable: true, description: "Then or earlier." })
  lte?: string | null;

  @Field(() => MomentScalar, { nullable: true, description: "Earlier than that." })
  lt?: string | null;

  @isEmpty()
  isEmpty?: boolean | null;
}

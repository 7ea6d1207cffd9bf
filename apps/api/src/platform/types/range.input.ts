import { Field, InputType, Int } from "type-graphql";
import { CurrencyCode, DateScalar, DecimalScalar } from "./scalars.js";

/** A range of amounts; both ends belong to it. */
@InputType({ description: "A range of amounts in one currency; both ends belong to it." })
export class MoneyRange {
  @Field(() => DecimalScalar, { nullable: true, description: "This much or more." })
  from?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "This much or less; what has no amount counts as 0.",
  })
  to?: string | null;

  @Field(() => CurrencyCode, {
    nullable: true,
    description: "The currency of the amounts; the organisation's unless given.",
  })
  currency?: string | null;
}

/** A range of whole numbers; both ends belong to it. */
@InputType({ description: "A range of whole numbers; both ends belong to it." })
export class IntRange {
  @Field(() => Int, { nullable: true, description: "This many or more." })
  from?: number | null;

  @Field(() => Int, { nullable: true, description: "This many or fewer." })
  to?: number | null;
}

/** A range of days; both belong to it. */
@InputType({ description: "A range of days; both ends belong to it." })
export class DateRange {
  @Field(() => DateScalar, { nullable: true, description: "On this day or later." })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "On this day or earlier." })
  to?: string | null;
}

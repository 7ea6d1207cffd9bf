import { Field, InputType } from "type-graphql";
import { DecimalScalar } from "../../platform/types/scalars.js";

/** One line of a quote, an order or an invoice; its total is computed. */
@InputType({ description: "One line of a quote, an order or an invoice; its total is computed." })
export class LineInput {
  @Field(() => String, { description: "What it is." })
  description!: string;

  @Field(() => DecimalScalar, { description: "How much of it: more than 0, up to 4 decimals." })
  quantity!: string;

  @Field(() => DecimalScalar, {
    description:
      "For one of it, in the document's currency, up to 4 decimals; a discount is below 0.",
  })
  unitPrice!: string;
}

import { Field, InputType } from "type-graphql";
import { DecimalScalar } from "../../platform/types/scalars.js";

/** One line of a document; its total is computed. */
@InputType({ description: "One line of a document; its total is computed." })
export class LineInput {
  @Field(() => String, { description: "What it is." })
  description!: string;

  @Field(() => DecimalScalar, { description: "How much of it: more than 0, up to 4 decimals." })
  quantity!: string;

  @Field(() => String, { nullable: true, description: "What it is counted in, such as h or kg." })
  unit?: string | null;

  @Field(() => DecimalScalar, {
    description:
      "For one unit of it, net, in the document's currency, up to 4 decimals; a deduction is below 0.",
  })
  unitPrice!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Percent off the unit price, 0 to 100; none unless given.",
  })
  discount?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Its tax in percent of the net amount, 0 to 100; none unless given.",
  })
  taxRate?: string | null;
}

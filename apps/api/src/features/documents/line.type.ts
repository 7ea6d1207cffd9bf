import { withoutZeros } from "@clientela/shared/values/decimalRules";
import { Arg, Field, Int, ObjectType } from "type-graphql";
import { Money, money } from "../../platform/types/money.js";
import { DecimalScalar } from "../../platform/types/scalars.js";
import type { StoredLine } from "./line.entity.js";

/** The typical number of lines of a document, used to estimate the cost of queries. */
export const USUAL_LINES = 20;

/** The argument for how many lines of a document are wanted; null for all. */
export const FirstLines = () =>
  Arg("first", () => Int, {
    nullable: true,
    description: "How many from the start: all unless given.",
  });

/** What is sold or bought, how much of it, and its price. */
@ObjectType({ description: "What is sold or bought, how much of it and for how much." })
export class DocumentLine {
  @Field(() => Int, { description: "Its place in the document, from 1." })
  position!: number;

  @Field(() => String, { description: "What it is." })
  description!: string;

  @Field(() => DecimalScalar, { description: "How much of it." })
  quantity!: string;

  @Field(() => Money, { description: "For one of it." })
  unitPrice!: Money;

  @Field(() => Money, {
    description: "Quantity times unit price, rounded to the currency's smallest unit.",
  })
  total!: Money;
}

/** Maps a line to its GraphQL type, in the currency of its document. */
export function toLine(line: StoredLine, currency: string): DocumentLine {
  return {
    position: line.position,
    description: line.description,
    quantity: withoutZeros(line.quantity),
    unitPrice: money(line.unitPrice, currency),
    total: money(line.total, currency),
  };
}

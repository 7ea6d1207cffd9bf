import { documentTotals } from "@clientela/shared/documents/documentTotals";
import { withoutZeros } from "@clientela/shared/values/decimalRules";
import { Arg, Field, Int, ObjectType } from "type-graphql";
import { Money, money } from "../../platform/types/money.js";
import { DecimalScalar } from "../../platform/types/scalars.js";
import type { StoredLine } from "./line.entity.js";

/** The typical number of lines of a document, used to estimate the cost of queries. */
export const USUAL_LINES = 20;

/** The typical number of tax rates of a document. */
export const USUAL_RATES = 2;

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

  @Field(() => String, { nullable: true, description: "What it is counted in, such as h or kg." })
  unit!: string | null;

  @Field(() => Money, { description: "For one unit of it, net." })
  unitPrice!: Money;

  @Field(() => DecimalScalar, { description: "Percent off the unit price; 0 where there is none." })
  discount!: string;

  @Field(() => DecimalScalar, {
    description: "Its tax in percent of the net amount; 0 where there is none.",
  })
  taxRate!: string;

  @Field(() => Money, {
    description:
      "Net: quantity times unit price less the discount, rounded half-up to the currency's smallest unit.",
  })
  total!: Money;
}

/** The tax of all lines of a document with one rate. */
@ObjectType({ description: "The tax of all lines of a document with one rate." })
export class DocumentTax {
  @Field(() => DecimalScalar, { description: "The rate, in percent." })
  rate!: string;

  @Field(() => Money, { description: "The net amount of its lines." })
  net!: Money;

  @Field(() => Money, {
    description: "The rate of the net amount, rounded half-up to the currency's smallest unit.",
  })
  tax!: Money;
}

/** Maps a line to its GraphQL type, in the currency of its document. */
export function toLine(line: StoredLine, currency: string): DocumentLine {
  return {
    position: line.position,
    description: line.description,
    quantity: withoutZeros(line.quantity),
    unit: line.unit,
    unitPrice: money(line.unitPrice, currency),
    discount: withoutZeros(line.discount),
    taxRate: withoutZeros(line.taxRate),
    total: money(line.total, currency),
  };
}

/** The tax of a document's lines, for each rate above 0. */
export function taxesOf(lines: readonly StoredLine[], currency: string): DocumentTax[] {
  return documentTotals(lines, currency).taxes.map(({ rate, net, tax }) => ({
    rate,
    net: money(net, currency),
    tax: money(tax, currency),
  }));
}

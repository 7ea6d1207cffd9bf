import { sumByCurrency } from "@clientela/shared/values/money";
import { Field, Int, ObjectType } from "type-graphql";
import { AtMost } from "../../platform/graph/cost/listSize.js";
import { Money } from "../../platform/types/money.js";

/** The number of documents and their total. */
@ObjectType({ description: "How many documents there are, and what they come to." })
export class DocumentTotal {
  @Field(() => Int, { description: "How many." })
  count!: number;

  @AtMost(5, 0.2)
  @Field(() => [Money], {
    description: "The exact sum in each currency, the largest first; never across currencies.",
  })
  amounts!: Money[];
}

/** Documents of one kind and status, counted and summed in one currency. */
export interface CountedDocuments {
  currency: string;
  count: number;
  amount: string;
}

/** The total of rows that count documents in one currency each. */
export function documentTotal(rows: readonly CountedDocuments[]): DocumentTotal {
  return {
    count: rows.reduce((sum, row) => sum + row.count, 0),
    amounts: sumByCurrency(rows),
  };
}

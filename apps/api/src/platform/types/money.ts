import { type Money as Amount, withCurrencyDecimals } from "@clientela/shared/values/money";
import { Directive, Field, ObjectType } from "type-graphql";
import { CurrencyCode, DecimalScalar } from "./scalars.js";

/** An exact amount in one currency. */
@Directive("@shareable")
@ObjectType({
  description: "An exact amount in one currency; amounts of two currencies are never added.",
})
export class Money implements Amount {
  @Field(() => DecimalScalar, { description: "The exact amount." })
  amount!: string;

  @Field(() => CurrencyCode, { description: "ISO 4217." })
  currency!: string;
}

/** Money as callers see it, with the decimals of its currency. */
export function money(amount: string, currency: string): Money {
  return { amount: withCurrencyDecimals(amount, currency), currency };
}

import { Field, ID, InputType, Int } from "type-graphql";

/** What is said of a payment besides its amount. */
@InputType()
export class PaymentTexts {
  @Field(() => String, {
    nullable: true,
    description: "How it was paid, such as by bank transfer; up to 60 characters.",
  })
  method?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What the bank or the payer calls it; up to 100 characters.",
  })
  reference?: string | null;

  @Field(() => String, { nullable: true, description: "Anything worth knowing." })
  note?: string | null;
}

/** The fields of a payment to change; what is left out stays, null clears. */
@InputType({
  description:
    "The fields of a payment to change; what is left out stays, null clears. Its day and its amount never change: reverse it instead.",
})
export class UpdatePaymentInput extends PaymentTexts {
  @Field(() => ID, { description: "Which payment." })
  id!: string;

  @Field(() => Int, { description: "The version that is changed; another one gets CONFLICT." })
  version!: number;
}

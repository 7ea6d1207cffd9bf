import { ObjectType } from "type-graphql";

/** The metrics of a customer's profile; each noun adds its own. */
@ObjectType({ description: "The metrics of a customer's profile." })
export class CustomerSummary {
  constructor(readonly customerId: string) {}
}

import { ObjectType } from "type-graphql";

/** The metrics of a group of companies; each noun adds its own. */
@ObjectType({
  description:
    "What a customer and all that belong to it come to, at any depth, as far as the caller sees them.",
})
export class GroupSummary {
  constructor(readonly customerId: string) {}
}

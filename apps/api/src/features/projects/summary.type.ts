import { Ctx, Field, Int, ObjectType } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { projectCounts } from "./project.list.js";

/** The metrics of a customer's projects; time adds the hours. */
@ObjectType({ description: "The metrics of a customer's projects." })
export class ProjectSummary {
  constructor(readonly customerId: string) {}

  @Field(() => Int, { description: "How many projects there are." })
  async count(@Ctx() context: Context): Promise<number> {
    return (await projectCounts.load(context, this.customerId)).count;
  }

  @Field(() => Int, { description: "How many of them are ACTIVE." })
  async active(@Ctx() context: Context): Promise<number> {
    return (await projectCounts.load(context, this.customerId)).active;
  }
}

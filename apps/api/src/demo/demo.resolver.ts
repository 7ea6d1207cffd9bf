import {
  Arg,
  Ctx,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from "type-graphql";
import type { Context } from "../platform/context.js";
import { Allow, PersonOnly } from "../platform/security/authorize.js";
import { type DemoRemoved, type DemoThere, demoThere, removeDemo } from "./removeDemo.js";

@ObjectType({ description: "What is there of the demo data." })
class DemoData implements DemoThere {
  @Field(() => Int, { description: "Customers that the demo brought." })
  customers!: number;

  @Field(() => Int, { description: "Of those, how many somebody changed, and hung nothing on." })
  changed!: number;

  @Field(() => Int, {
    description: "Of those, on how many somebody hung records or notes of their own.",
  })
  withOwnRecords!: number;
}

@InputType({ description: "What of the demo data to take away." })
class RemoveDemoDataInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Customers of the demo that somebody changed as well; those with records of somebody's own stay in any case.",
  })
  includeChanged!: boolean;
}

@ObjectType({ description: "What became of the demo data." })
class RemoveDemoDataPayload implements DemoRemoved {
  @Field(() => Int, { description: "Customers that are gone, with all that they had." })
  customers!: number;

  @Field(() => Int, { description: "People of the demo that are gone; whom a record names stays." })
  people!: number;

  @Field(() => Int, {
    description: "Customers that stay, with all that they have; they are no demo any more.",
  })
  kept!: number;
}

/** Taking a demo away again. */
@Resolver()
export class DemoResolver {
  @Allow("settings:write")
  @Query(() => DemoData, {
    nullable: true,
    description: "What is there of the demo data; null where there is none.",
  })
  demoData(@Ctx() context: Context): Promise<DemoData | null> {
    return demoThere(context);
  }

  @Allow("settings:write")
  @PersonOnly()
  @Mutation(() => RemoveDemoDataPayload, {
    description:
      "Takes the demo data away for good: its customers with all that they have, their history, and its people. What somebody worked on stays.",
  })
  removeDemoData(
    @Arg("input", () => RemoveDemoDataInput) input: RemoveDemoDataInput,
    @Ctx() context: Context,
  ): Promise<RemoveDemoDataPayload> {
    return removeDemo(context, input);
  }
}

import { Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../../../platform/context.js";
import type { Connection } from "../../../platform/lists/connection.js";
import {
  DependsOn,
  type SelectedColumns,
  Selection,
} from "../../../platform/performance/lookAhead.js";
import { Allow } from "../../../platform/security/authorize.js";
import { PageArgs } from "../../../platform/types/page.input.js";
import { Customer } from "../customer.entity.js";
import { customerById } from "../customer.loaders.js";
import { CustomerConnection } from "../customer.resolver.js";
import { CustomerSummary } from "../summary.type.js";
import { groupSize, headOfficeById, subsidiariesByParent } from "./group.loaders.js";
import { GroupSummary } from "./groupSummary.type.js";

/** What a customer belongs to, and what belongs to it. */
@Resolver(() => Customer)
export class CustomerGroup {
  @DependsOn<Customer>("parentId")
  @Allow("customers:read")
  @FieldResolver(() => Customer, {
    nullable: true,
    description:
      "What it belongs to, as a branch or a subsidiary; null where the caller does not see that.",
  })
  parent(
    @Root() { parentId }: Customer,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer | null> | null {
    return parentId === null ? null : context.load(customerById, parentId, selection);
  }

  @DependsOn()
  @Allow("customers:read")
  @FieldResolver(() => CustomerConnection, {
    description: "What belongs to it directly, by legal name.",
  })
  subsidiaries(
    @Root() { id }: Customer,
    @Args(() => PageArgs) args: PageArgs,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Connection<Customer>> {
    return context.load(subsidiariesByParent, id, { ...args, selection });
  }

  @DependsOn()
  @Allow("customers:read")
  @FieldResolver(() => Customer, {
    nullable: true,
    description: "The head office by its CNPJ, for a branch that belongs to nobody yet.",
  })
  async proposedParent(
    @Root() { id }: Customer,
    @Ctx() context: Context,
  ): Promise<Customer | null> {
    const headId = await context.load(headOfficeById, id);
    return headId === null ? null : context.load(customerById, headId);
  }
}

/** The group in a customer's summary. */
@Resolver(() => CustomerSummary)
export class GroupMetrics {
  @Allow("customers:read")
  @FieldResolver(() => GroupSummary, {
    description: "The metrics of the customer and all that belong to it, at any depth.",
  })
  group(@Root() { customerId }: CustomerSummary): GroupSummary {
    return new GroupSummary(customerId);
  }
}

/** How large a group is. */
@Resolver(() => GroupSummary)
export class GroupSizes {
  @Allow("customers:read")
  @FieldResolver(() => Int, {
    description: "How many customers it has; 1 for one without subsidiaries.",
  })
  async customers(@Root() { customerId }: GroupSummary, @Ctx() context: Context): Promise<number> {
    return (await groupSize.load(context, customerId)).count;
  }
}

import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Int,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../../platform/context.js";
import { Usually } from "../../platform/graph/cost/listSize.js";
import type { Connection } from "../../platform/lists/connection.js";
import { pageLength } from "../../platform/lists/pageLength.js";
import { Allow } from "../../platform/security/authorize.js";
import type { PageParams } from "./accountPages.js";
import { StatementArgs } from "./statement.input.js";
import { movementsByCurrency, openItemsByCurrency, statementsOf } from "./statement.js";
import { statementPeriod } from "./statement.rules.js";
import {
  CustomerStatement,
  type StatementMovement,
  StatementMovementConnection,
  type StatementOpenItem,
  StatementOpenItemConnection,
} from "./statement.type.js";

const PAGES = { usual: 25, longest: 100 };

/** Which part of a statement's lines. */
@ArgsType()
class StatementPageArgs {
  @Field(() => Int, {
    nullable: true,
    description: "How many from the start: 25 unless given, 100 at the most.",
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "Only what comes after this cursor." })
  after?: string | null;
}

const pageParams = ({ first, after }: StatementPageArgs): PageParams => ({
  first: pageLength({ first }, PAGES),
  after: after ?? null,
});

/** Statements of account. */
@Resolver(() => CustomerStatement)
export class StatementResolver {
  @Allow("invoices:read")
  @Usually(2)
  @Query(() => [CustomerStatement], {
    description:
      "A customer's account over some days, one for each currency: what it owed before, what moved, and what it owes at the end. Drafts, pending and cancelled invoices are not in it.",
  })
  async customerStatement(
    @Args(() => StatementArgs) args: StatementArgs,
    @Ctx() context: Context,
  ): Promise<CustomerStatement[]> {
    const { period } = await statementPeriod(context, args.customerId, args);
    return statementsOf(context, period);
  }

  @Allow("invoices:read")
  @FieldResolver(() => StatementMovementConnection, {
    description: "What moved in those days, the oldest first.",
  })
  movements(
    @Root() { currency, customerId, from, to, kind }: CustomerStatement,
    @Args(() => StatementPageArgs) args: StatementPageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<StatementMovement>> {
    const params = { customerId, from, to, kind, ...pageParams(args) };
    return context.load(movementsByCurrency, currency, params);
  }

  @Allow("invoices:read")
  @FieldResolver(() => StatementOpenItemConnection, {
    description:
      "What was open at the end of the last day: invoices that were not settled, and what was on account. It adds up to the closing balance.",
  })
  openItems(
    @Root() { currency, customerId, from, to, kind }: CustomerStatement,
    @Args(() => StatementPageArgs) args: StatementPageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<StatementOpenItem>> {
    const params = { customerId, from, to, kind, ...pageParams(args) };
    return context.load(openItemsByCurrency, currency, params);
  }
}

import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { type Connection, connectionOf } from "../../platform/lists/connection.js";
import {
  DependsOn,
  type SelectedColumns,
  Selection,
} from "../../platform/performance/lookAhead.js";
import { Allow } from "../../platform/security/authorize.js";
import { Customer } from "../customers/customer.entity.js";
import { customerOf } from "../customers/customer.loaders.js";
import { CustomerSummary } from "../customers/summary.type.js";
import { Deal } from "../deals/deal.entity.js";
import { dealById } from "../deals/deal.list.js";
import { lineEdges } from "../documents/lines.edges.js";
import { documentTotal } from "../documents/total.type.js";
import { Quote } from "./quote.entity.js";
import { linesByQuote, quotesByCustomer, quotesByDeal } from "./quote.list.js";
import { QuotesArgs } from "./quoteList.input.js";
import { countedQuotes, QuoteSummary } from "./quoteSummary.js";

/** One page of offers and quotes. */
export const QuoteConnection = connectionOf(Quote);

/** From a customer to its offers and quotes. */
@Resolver(() => Customer)
export class CustomerQuotes {
  @DependsOn()
  @Allow("quotes:read")
  @FieldResolver(() => QuoteConnection, { description: "The customer's offers and quotes." })
  quotes(
    @Root() customer: Customer,
    @Args(() => QuotesArgs) args: QuotesArgs,
    @Selection() selection: SelectedColumns<Quote>,
    @Ctx() context: Context,
  ): Promise<Connection<Quote>> {
    return context.load(quotesByCustomer, customer.id, { ...args, selection });
  }
}

/** From a deal to its offers and quotes. */
@Resolver(() => Deal)
export class DealQuotes {
  @DependsOn()
  @Allow("quotes:read")
  @FieldResolver(() => QuoteConnection, { description: "The offers and quotes made for it." })
  quotes(
    @Root() deal: Deal,
    @Args(() => QuotesArgs) args: QuotesArgs,
    @Selection() selection: SelectedColumns<Quote>,
    @Ctx() context: Context,
  ): Promise<Connection<Quote>> {
    return context.load(quotesByDeal, deal.id, { ...args, selection });
  }
}

/** From a quote to its lines and their tax. */
export const QuoteLines = lineEdges(Quote, "quotes:read", linesByQuote);

/** From a quote to its customer and its deal. */
@Resolver(() => Quote)
export class QuoteEdges {
  @DependsOn<Quote>("customerId")
  @Allow("customers:read")
  @FieldResolver(() => Customer, { description: "For whom it is." })
  customer(
    @Root() quote: Quote,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer> {
    return customerOf(context, quote.customerId, selection);
  }

  @DependsOn<Quote>("dealId")
  @Allow("deals:read")
  @FieldResolver(() => Deal, { nullable: true, description: "The deal it is for." })
  deal(
    @Root() quote: Quote,
    @Selection() selection: SelectedColumns<Deal>,
    @Ctx() context: Context,
  ): Promise<Deal | null> | null {
    return quote.dealId === null ? null : context.load(dealById, quote.dealId, selection);
  }
}

/** The offers and quotes in a customer's summary. */
@Resolver(() => CustomerSummary)
export class QuoteMetrics {
  @Allow("quotes:read")
  @FieldResolver(() => QuoteSummary, { description: "The metrics of its offers and quotes." })
  async quotes(@Root() summary: CustomerSummary, @Ctx() context: Context): Promise<QuoteSummary> {
    const { rows } = await countedQuotes.load(context, summary.customerId);
    return {
      open: documentTotal(rows.filter((row) => !row.accepted)),
      accepted: documentTotal(rows.filter((row) => row.accepted)),
    };
  }
}

import { Arg, Args, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { parseId } from "../../platform/graph/parseInput.js";
import type { Connection } from "../../platform/lists/connection.js";
import { type SelectedColumns, Selection } from "../../platform/performance/lookAhead.js";
import { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { Allow } from "../../platform/security/authorize.js";
import { AcrossCustomersArgs, pageAcrossCustomers } from "../customers/list/acrossCustomers.js";
import { QuoteConnection } from "./quote.edges.js";
import { Quote } from "./quote.entity.js";
import { CreateQuoteInput, UpdateQuoteInput } from "./quote.input.js";
import { quoteById, quoteList } from "./quote.list.js";
import { createQuote, deleteQuote, restoreQuote, updateQuote } from "./quote.service.js";
import { QuotesArgs } from "./quoteList.input.js";

@ObjectType({ description: "The quote as it is after the change." })
class QuotePayload {
  @Field(() => Quote, { description: "The changed record." })
  quote!: Quote;
}

/** Offers and quotes: one, and writing them. */
@Resolver(() => Quote)
export class QuoteResolver {
  @Allow("quotes:read")
  @Query(() => QuoteConnection, {
    description: "The offers and quotes of all customers but archived ones.",
  })
  quotes(
    @Args(() => QuotesArgs) args: QuotesArgs,
    @Args(() => AcrossCustomersArgs) across: AcrossCustomersArgs,
    @Selection() selection: SelectedColumns<Quote>,
    @Ctx() context: Context,
  ): Promise<Connection<Quote>> {
    return pageAcrossCustomers(quoteList, { ...args, selection }, across, context);
  }

  @Allow("quotes:read")
  @Query(() => Quote, { nullable: true, description: "One quote by id; null where there is none." })
  quote(
    @Arg("id", () => ID) id: string,
    @Selection() selection: SelectedColumns<Quote>,
    @Ctx() context: Context,
  ): Promise<Quote | null> {
    return context.load(quoteById, parseId(id), selection);
  }

  @Allow("quotes:write")
  @Mutation(() => QuotePayload, { description: "Makes an offer or a quote, with its number." })
  async createQuote(
    @Arg("input", () => CreateQuoteInput) input: CreateQuoteInput,
    @Ctx() context: Context,
  ): Promise<QuotePayload> {
    return { quote: await createQuote(context, input) };
  }

  @Allow("quotes:write")
  @Mutation(() => QuotePayload, {
    description: "Changes the given fields of a quote; a stale version gets CONFLICT.",
  })
  async updateQuote(
    @Arg("input", () => UpdateQuoteInput) input: UpdateQuoteInput,
    @Ctx() context: Context,
  ): Promise<QuotePayload> {
    return { quote: await updateQuote(context, input) };
  }

  @Allow("quotes:write")
  @Mutation(() => QuotePayload, { description: "Puts a quote into the trash; its orders stay." })
  async deleteQuote(
    @Arg("input", () => DeleteInput) input: DeleteInput,
    @Ctx() context: Context,
  ): Promise<QuotePayload> {
    return { quote: await deleteQuote(context, input) };
  }

  @Allow("quotes:write")
  @Mutation(() => QuotePayload, { description: "Takes a quote out of the trash." })
  async restoreQuote(
    @Arg("input", () => RestoreInput) input: RestoreInput,
    @Ctx() context: Context,
  ): Promise<QuotePayload> {
    return { quote: await restoreQuote(context, input) };
  }
}

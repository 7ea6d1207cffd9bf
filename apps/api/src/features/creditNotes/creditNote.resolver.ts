import { MAX_ALLOCATIONS } from "@clientela/shared/payments/paymentFields";
import { Arg, Args, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { AtMost } from "../../platform/graph/cost/listSize.js";
import { parseId } from "../../platform/graph/parseInput.js";
import type { Connection } from "../../platform/lists/connection.js";
import { type SelectedColumns, Selection } from "../../platform/performance/lookAhead.js";
import { Allow } from "../../platform/security/authorize.js";
import { AcrossCustomersArgs, pageAcrossCustomers } from "../customers/list/acrossCustomers.js";
import { Invoice } from "../invoices/invoice.entity.js";
import { CreditNoteConnection } from "./creditNote.edges.js";
import { CreditNote } from "./creditNote.entity.js";
import {
  AllocateCreditNoteInput,
  CancelCreditNoteInput,
  CreateCreditNoteInput,
  UpdateCreditNoteInput,
} from "./creditNote.input.js";
import { creditNoteById, creditNoteList } from "./creditNote.list.js";
import {
  allocateCreditNote,
  cancelCreditNote,
  createCreditNote,
  updateCreditNote,
} from "./creditNote.service.js";
import { CreditNotesArgs } from "./creditNoteList.input.js";

@ObjectType({ description: "The credit note as it is after the change, and its invoices." })
class CreditNotePayload {
  @Field(() => CreditNote, { description: "The credit note." })
  creditNote!: CreditNote;

  @AtMost(MAX_ALLOCATIONS)
  @Field(() => [Invoice], { description: "The invoices whose balances changed with it." })
  invoices!: Invoice[];
}

/** Credit notes: the list of all, one, and writing them. */
@Resolver(() => CreditNote)
export class CreditNoteResolver {
  @Allow("invoices:read")
  @Query(() => CreditNoteConnection, {
    description: "The credit notes of all customers but archived ones, such as those on account.",
  })
  creditNotes(
    @Args(() => CreditNotesArgs) args: CreditNotesArgs,
    @Args(() => AcrossCustomersArgs) across: AcrossCustomersArgs,
    @Selection() selection: SelectedColumns<CreditNote>,
    @Ctx() context: Context,
  ): Promise<Connection<CreditNote>> {
    return pageAcrossCustomers(creditNoteList, { ...args, selection }, across, context);
  }

  @Allow("invoices:read")
  @Query(() => CreditNote, {
    nullable: true,
    description: "One credit note by id; null where there is none.",
  })
  creditNote(
    @Arg("id", () => ID) id: string,
    @Selection() selection: SelectedColumns<CreditNote>,
    @Ctx() context: Context,
  ): Promise<CreditNote | null> {
    return context.load(creditNoteById, parseId(id), selection);
  }

  @Allow("invoices:write")
  @Mutation(() => CreditNotePayload, {
    description:
      "Makes a credit note, with its number, that settles what is open of its invoice; the rest stays on account.",
  })
  createCreditNote(
    @Arg("input", () => CreateCreditNoteInput) input: CreateCreditNoteInput,
    @Ctx() context: Context,
  ): Promise<CreditNotePayload> {
    return createCreditNote(context, input);
  }

  @Allow("invoices:write")
  @Mutation(() => CreditNotePayload, {
    description: "Changes the given texts of a credit note; a stale version gets CONFLICT.",
  })
  async updateCreditNote(
    @Arg("input", () => UpdateCreditNoteInput) input: UpdateCreditNoteInput,
    @Ctx() context: Context,
  ): Promise<CreditNotePayload> {
    return { creditNote: await updateCreditNote(context, input), invoices: [] };
  }

  @Allow("invoices:write")
  @Mutation(() => CreditNotePayload, {
    description: "Lets what is on account of a credit note settle invoices.",
  })
  allocateCreditNote(
    @Arg("input", () => AllocateCreditNoteInput) input: AllocateCreditNoteInput,
    @Ctx() context: Context,
  ): Promise<CreditNotePayload> {
    return allocateCreditNote(context, input);
  }

  @Allow("invoices:write")
  @Mutation(() => CreditNotePayload, {
    description:
      "Cancels a credit note: its invoices are open again, and it stays in the list as cancelled.",
  })
  cancelCreditNote(
    @Arg("input", () => CancelCreditNoteInput) input: CancelCreditNoteInput,
    @Ctx() context: Context,
  ): Promise<CreditNotePayload> {
    return cancelCreditNote(context, input);
  }
}

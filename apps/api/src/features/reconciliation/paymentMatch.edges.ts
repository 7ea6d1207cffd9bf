import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { Usually } from "../../platform/graph/cost/listSize.js";
import { type SelectedColumns, Selection } from "../../platform/performance/lookAhead.js";
import { Allow } from "../../platform/security/authorize.js";
import { money } from "../../platform/types/money.js";
import { Customer } from "../customers/customer.entity.js";
import { customerById } from "../customers/customer.loaders.js";
import { ImportCandidate, ImportRow } from "../imports/review/importRow.type.js";
import { Invoice } from "../invoices/invoice.entity.js";
import { invoiceById } from "../invoices/invoice.list.js";
import {
  ImportPaymentAllocation,
  ImportPaymentMatch,
  type StoredPaymentMatch,
} from "./paymentMatch.type.js";

// Only plans of payments have proposals, and `proposePayments` alone writes them.
function matchOf(stored: unknown): ImportPaymentMatch | null {
  if (!stored) return null;
  const { currency, allocations, ...rest } = stored as StoredPaymentMatch;
  return Object.assign(new ImportPaymentMatch(), {
    ...rest,
    score: Math.min(100, rest.score),
    allocations: allocations.map(({ invoiceId, amount }) =>
      Object.assign(new ImportPaymentAllocation(), { invoiceId, amount: money(amount, currency) }),
    ),
  });
}

/** From a row of a bank file to what it pays. */
@Resolver(() => ImportRow)
export class RowPayment {
  @Allow("invoices:read")
  @FieldResolver(() => ImportPaymentMatch, {
    nullable: true,
    description:
      "Of a payment: whose it is and what it pays, as found or decided; null where that is open, and for other kinds.",
  })
  payment(@Root() { storedProposal }: ImportRow): ImportPaymentMatch | null {
    return matchOf(storedProposal);
  }
}

/** From a candidate of an undecided row to what it would pay. */
@Resolver(() => ImportCandidate)
export class CandidatePayment {
  @Allow("invoices:read")
  @FieldResolver(() => ImportPaymentMatch, {
    nullable: true,
    description: "Of a payment: whose it may be and what it would pay; null for other kinds.",
  })
  payment(@Root() { storedProposal }: ImportCandidate): ImportPaymentMatch | null {
    return matchOf(storedProposal);
  }
}

/** From a match to its customer and its allocations. */
@Resolver(() => ImportPaymentMatch)
export class MatchEdges {
  @Allow("customers:read")
  @FieldResolver(() => Customer, {
    nullable: true,
    description: "Whose payment it is; null where that was deleted, or the caller may not see it.",
  })
  customer(
    @Root() { customerId }: ImportPaymentMatch,
    @Ctx() context: Context,
  ): Promise<Customer | null> {
    return context.load(customerById, customerId);
  }

  @Usually(1)
  @Allow("invoices:read")
  @FieldResolver(() => [ImportPaymentAllocation], {
    description: "What it pays of which invoices; none where all of it is on account.",
  })
  allocations(@Root() { allocations }: ImportPaymentMatch): ImportPaymentAllocation[] {
    return allocations;
  }
}

/** From what a transaction would pay to the invoice. */
@Resolver(() => ImportPaymentAllocation)
export class AllocatedInvoice {
  @Allow("invoices:read")
  @FieldResolver(() => Invoice, {
    nullable: true,
    description: "The invoice that it pays; null where that is in the trash.",
  })
  invoice(
    @Root() { invoiceId }: ImportPaymentAllocation,
    @Selection() selection: SelectedColumns<Invoice>,
    @Ctx() context: Context,
  ): Promise<Invoice | null> {
    return context.load(invoiceById, invoiceId, selection);
  }
}

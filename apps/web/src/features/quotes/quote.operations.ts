import { quoteFields as rules } from "@clientela/shared/documents/documentFields";
import {
  QUOTE_TRANSITIONS,
  type QuoteKind,
  type QuoteStatus,
} from "@clientela/shared/records/enums";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { QuoteFieldsFragment } from "../../gql/graphql.js";
import { defineOperations } from "../../records/defineOperations.js";
import type { RecordStatus } from "../../records/recordStatus.js";
import { lineFragment, lineValuesOf } from "../../ui/documents/documentLines.js";
import type { LineValue } from "../../ui/documents/lineDrafts.js";
import { quoteFields } from "./quote.fields.js";

/** A quote in a list. */
export const quoteRowFragment = graphql(`
  fragment QuoteRow on Quote {
    id
    version
    number
    kind
    status
    issuedOn
    validUntil
    total {
      amount
      currency
    }
  }
`);

/** A quote with what a form edits. */
export const quoteFragment = graphql(`
  fragment QuoteFields on Quote {
    id
    version
    number
    kind
    status
    issuedOn
    validUntil
    currency
    notes
    deal {
      id
      title
    }
    total {
      amount
      currency
    }
    lines {
      ...DocumentLineFields
    }
  }
`);

/** The metrics of a customer's quotes. */
export const quoteMetricsFragment = graphql(`
  fragment QuoteMetrics_summary on CustomerSummary {
    quotes {
      open {
        count
        amounts {
          amount
          currency
        }
      }
      accepted {
        count
        amounts {
          amount
          currency
        }
      }
    }
  }
`);

// The other data that a write of a quote changes.
graphql(`
  fragment QuoteChanged on Quote {
    id
    customer {
      id
      summary {
        ...QuoteMetrics_summary
      }
    }
  }
`);

const load = graphql(`
  query Quote($id: ID!) {
    quote(id: $id) {
      id
      ...QuoteFields
    }
  }
`);

const create = graphql(`
  mutation CreateQuote($input: CreateQuoteInput!) {
    createQuote(input: $input) {
      quote {
        ...QuoteFields
        ...QuoteChanged
      }
    }
  }
`);

const update = graphql(`
  mutation UpdateQuote($input: UpdateQuoteInput!) {
    updateQuote(input: $input) {
      quote {
        ...QuoteFields
        ...QuoteChanged
      }
    }
  }
`);

const remove = graphql(`
  mutation DeleteQuote($input: DeleteInput!) {
    deleteQuote(input: $input) {
      quote {
        ...QuoteChanged
      }
    }
  }
`);

const restore = graphql(`
  mutation RestoreQuote($input: RestoreInput!) {
    restoreQuote(input: $input) {
      quote {
        ...QuoteChanged
      }
    }
  }
`);

/** A quote as its drawers take it. */
export type Quote = QuoteFieldsFragment;

type QuoteInList = Pick<Quote, "id" | "version" | "number" | "status">;

/** A quote's fields as a form saves them. */
export interface QuoteValues {
  kind: QuoteKind;
  status: QuoteStatus;
  issuedOn: string;
  validUntil: string | null;
  dealId: string | null;
  currency: string;
  notes: string | null;
  lines: LineValue[];
}

/** How offers and quotes are read and written. */
export const quoteOperations = defineOperations({
  write: "quotes:write",
  fields: quoteFields,
  rules,
  values: (quote: Quote): QuoteValues => ({
    kind: quote.kind,
    status: quote.status,
    issuedOn: quote.issuedOn,
    validUntil: quote.validUntil ?? null,
    dealId: quote.deal?.id ?? null,
    currency: quote.currency,
    notes: quote.notes ?? null,
    lines: lineValuesOf(readFragment(lineFragment, quote.lines)),
  }),
  name: ({ number }: QuoteInList) => number,
  load,
  loaded: ({ quote }) => readFragment(quoteFragment, quote),
  create,
  createInput: (values, customerId) => ({ customerId, ...values }),
  update,
  remove,
  restore,
  lists: ["quotes"],
});

/** How a quote may go on from its status. */
export const quoteStatus: RecordStatus<QuoteInList, QuoteValues, QuoteStatus> = {
  shown: ({ status }) => status,
  tones: { DRAFT: "grey", SENT: "blue", ACCEPTED: "green", REJECTED: "red", EXPIRED: "amber" },
  label: (t, status) => t(`quotes.status.${status}`),
  next: ({ status }) => QUOTE_TRANSITIONS[status],
  action: (t, next) => t(`quotes.to.${next}`),
  before: ({ status }) => ({ status }),
  change: (status) => ({ status }),
};

/** Whether an order can be made of a quote. */
export const isOrderable = ({ status }: Pick<Quote, "status">): boolean =>
  status === "SENT" || status === "ACCEPTED";

import { useApolloClient } from "@apollo/client/react";
import {
  QUOTE_TRANSITIONS,
  type QuoteKind,
  type QuoteStatus,
} from "@clientela/shared/records/enums";
import { forgetLists } from "../../cache/forgetLists.js";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { QuoteFieldsFragment } from "../../gql/graphql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { changesOf, saveVersioned, type Versioned } from "../../ui/conflict/saveVersioned.js";
import { type LineSent, lineFragment } from "../../ui/documents/documentLines.js";
import { useTrash } from "../../ui/toasts/useAttempt.js";

/** A customer's quotes in figures. */
export const quoteFiguresFragment = graphql(`
  fragment QuoteFigures_summary on CustomerSummary {
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

const createQuote = graphql(`
  mutation CreateQuote($input: CreateQuoteInput!) {
    createQuote(input: $input) {
      quote {
        ...QuoteFields
        customer {
          id
          summary {
            ...QuoteFigures_summary
          }
        }
      }
    }
  }
`);

const updateQuote = graphql(`
  mutation UpdateQuote($input: UpdateQuoteInput!) {
    updateQuote(input: $input) {
      quote {
        ...QuoteFields
        customer {
          id
          summary {
            ...QuoteFigures_summary
          }
        }
      }
    }
  }
`);

const deleteQuote = graphql(`
  mutation DeleteQuote($input: DeleteInput!) {
    deleteQuote(input: $input) {
      quote {
        id
        customer {
          id
          summary {
            ...QuoteFigures_summary
          }
        }
      }
    }
  }
`);

const restoreQuote = graphql(`
  mutation RestoreQuote($input: RestoreInput!) {
    restoreQuote(input: $input) {
      quote {
        id
        customer {
          id
          summary {
            ...QuoteFigures_summary
          }
        }
      }
    }
  }
`);

const orderQuote = graphql(`
  mutation OrderQuote($input: CreateOrderFromQuoteInput!) {
    createOrderFromQuote(input: $input) {
      order {
        id
        number
        customer {
          id
          summary {
            ...OrdersCard_summary
            ...QuoteFigures_summary
          }
        }
        quote {
          ...QuoteFields
        }
      }
    }
  }
`);

const reloadQuote = graphql(`
  query ReloadQuote($id: ID!) {
    quote(id: $id) {
      ...QuoteFields
    }
  }
`);

/** A quote as forms take it. */
export type Quote = QuoteFieldsFragment;

/** A quote's fields as the form holds them; empty ones are null. */
export interface QuoteValues {
  kind: QuoteKind;
  status: QuoteStatus;
  issuedOn: string;
  validUntil: string | null;
  dealId: string | null;
  currency: string;
  notes: string | null;
  lines: LineSent[];
}

function versionedQuote(quote: Quote): Versioned<QuoteValues> {
  const { version, kind, status, issuedOn, validUntil, currency, notes, deal } = quote;
  const dealId = deal?.id ?? null;
  const lines = readFragment(lineFragment, quote.lines).map(
    ({ description, quantity, unitPrice }) => ({
      description,
      quantity,
      unitPrice: unitPrice.amount,
    }),
  );
  return {
    version,
    values: { kind, status, issuedOn, validUntil, dealId, currency, notes, lines },
  };
}

/** The statuses that may follow one. */
export function nextStatuses(status: QuoteStatus): readonly QuoteStatus[] {
  return QUOTE_TRANSITIONS[status];
}

/** The writes of a customer's quotes. */
export function useQuoteEdits(customerId: string) {
  const client = useApolloClient();
  const t = useT();
  const format = useFormat();
  const trash = useTrash();
  const changed = () => forgetLists(client.cache, customerId, ["quotes"]);

  function show(values: QuoteValues, field: keyof QuoteValues): string {
    if (field === "status") return t(`quotes.status.${values.status}`);
    if (field === "kind") return t(`quotes.kind.${values.kind}`);
    if (field === "issuedOn" || field === "validUntil") {
      const date = values[field];
      return date ? format.date(date) : "";
    }
    if (field === "dealId") return "";
    if (field === "lines") return values.lines.map(({ description }) => description).join(", ");
    return values[field] ?? "";
  }

  return {
    create: async (values: QuoteValues) => {
      await client.mutate({
        mutation: createQuote,
        variables: { input: { customerId, ...values } },
      });
      changed();
    },
    update: async (quote: Quote, values: QuoteValues) => {
      const base = versionedQuote(quote);
      await saveVersioned<QuoteValues>({
        base,
        changes: changesOf(base.values, values),
        send: (version, changes) =>
          client.mutate({
            mutation: updateQuote,
            variables: { input: { id: quote.id, version, ...changes } },
          }),
        reload: async () => {
          const { data } = await client.query({
            query: reloadQuote,
            variables: { id: quote.id },
            fetchPolicy: "network-only",
          });
          if (!data?.quote) throw new Error(t("ui.gone"));
          return versionedQuote(readFragment(quoteFragment, data.quote));
        },
        labelOf: (field) => t(`field.${field}`),
        show,
      });
      changed();
    },
    setStatus: async ({ id, version }: { id: string; version: number }, status: QuoteStatus) => {
      await client.mutate({
        mutation: updateQuote,
        variables: { input: { id, version, status } },
      });
      changed();
    },
    /** Makes an order of a quote; answers the order. */
    makeOrder: async (id: string) => {
      const { data } = await client.mutate({
        mutation: orderQuote,
        variables: { input: { quoteId: id } },
      });
      client.cache.evict({
        id: client.cache.identify({ __typename: "Quote", id }),
        fieldName: "orders",
      });
      forgetLists(client.cache, customerId, ["orders", "quotes"]);
      return data?.createOrderFromQuote.order;
    },
    remove: ({ id, number }: { id: string; number: string }) =>
      trash({
        name: number,
        remove: async () => {
          await client.mutate({ mutation: deleteQuote, variables: { input: { id } } });
          changed();
        },
        restore: async () => {
          await client.mutate({ mutation: restoreQuote, variables: { input: { id } } });
          changed();
        },
      }),
  };
}

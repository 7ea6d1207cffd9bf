import { dealFields as rules } from "@clientela/shared/documents/documentFields";
import { DEAL_TRANSITIONS, type DealStage } from "@clientela/shared/records/enums";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { DealFieldsFragment } from "../../gql/graphql.js";
import { defineOperations } from "../../records/defineOperations.js";
import type { RecordStatus } from "../../records/recordStatus.js";
import { dealFields } from "./deal.fields.js";

/** A deal with what its row shows and its form edits. */
export const dealFragment = graphql(`
  fragment DealFields on Deal {
    id
    version
    title
    stage
    value {
      amount
      currency
    }
    probability
    expectedCloseOn
    ownerId
    owner {
      id
      name
    }
    notes
  }
`);

/** The metrics of a customer's deals. */
export const dealMetricsFragment = graphql(`
  fragment DealMetrics_summary on CustomerSummary {
    deals {
      open {
        count
        amounts {
          amount
          currency
        }
      }
      won {
        count
        amounts {
          amount
          currency
        }
      }
    }
  }
`);

// The other data that a write of a deal changes.
graphql(`
  fragment DealChanged on Deal {
    id
    customer {
      id
      summary {
        ...DealMetrics_summary
      }
    }
  }
`);

const load = graphql(`
  query Deal($id: ID!) {
    deal(id: $id) {
      id
      ...DealFields
    }
  }
`);

const create = graphql(`
  mutation CreateDeal($input: CreateDealInput!) {
    createDeal(input: $input) {
      deal {
        ...DealFields
        ...DealChanged
      }
    }
  }
`);

const update = graphql(`
  mutation UpdateDeal($input: UpdateDealInput!) {
    updateDeal(input: $input) {
      deal {
        ...DealFields
        ...DealChanged
      }
    }
  }
`);

const remove = graphql(`
  mutation DeleteDeal($input: DeleteInput!) {
    deleteDeal(input: $input) {
      deal {
        ...DealChanged
      }
    }
  }
`);

const restore = graphql(`
  mutation RestoreDeal($input: RestoreInput!) {
    restoreDeal(input: $input) {
      deal {
        ...DealChanged
      }
    }
  }
`);

/** A deal as rows and forms take it. */
export type Deal = DealFieldsFragment;

/** A deal's fields as a form saves them. */
export interface DealValues {
  title: string;
  stage: DealStage;
  value: string;
  currency: string;
  /** Undefined if it follows from the stage: 100 when won, 0 when lost. */
  probability: number | undefined;
  expectedCloseOn: string | null;
  ownerId: string | null;
  notes: string | null;
}

/** How deals are read and written. */
export const dealOperations = defineOperations({
  write: "deals:write",
  fields: dealFields,
  rules: { ...rules, probability: rules.probability.optional() },
  values: ({ value, ...deal }: Deal): DealValues => ({
    title: deal.title,
    stage: deal.stage,
    value: value.amount,
    currency: value.currency,
    probability: deal.probability,
    expectedCloseOn: deal.expectedCloseOn ?? null,
    ownerId: deal.ownerId ?? null,
    notes: deal.notes ?? null,
  }),
  name: ({ title }: Deal) => title,
  load,
  loaded: ({ deal }) => readFragment(dealFragment, deal),
  create,
  createInput: (values, customerId) => ({ customerId, ...values }),
  update,
  remove,
  restore,
  lists: ["deals"],
});

/** How a deal may go on from its stage. */
export const dealStatus: RecordStatus<Deal, DealValues, DealStage> = {
  shown: ({ stage }) => stage,
  tones: {
    LEAD: "grey",
    QUALIFIED: "violet",
    PROPOSAL: "blue",
    NEGOTIATION: "amber",
    WON: "green",
    LOST: "red",
  },
  label: (t, stage) => t(`deals.stage.${stage}`),
  next: ({ stage }) => DEAL_TRANSITIONS[stage],
  before: ({ stage }) => ({ stage }),
  change: (stage) => ({ stage }),
};

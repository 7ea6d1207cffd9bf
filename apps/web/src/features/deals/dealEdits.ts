import { useApolloClient } from "@apollo/client/react";
import { DEAL_TRANSITIONS, type DealStage } from "@clientela/shared/records/enums";
import { forgetLists } from "../../cache/forgetLists.js";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { DealFieldsFragment } from "../../gql/graphql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { personName } from "../../session/usePeople.js";
import { changesOf, saveVersioned, type Versioned } from "../../ui/conflict/saveVersioned.js";
import { useTrash } from "../../ui/toasts/useAttempt.js";

/** A customer's deals in figures. */
export const dealFiguresFragment = graphql(`
  fragment DealFigures_summary on CustomerSummary {
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

const createDeal = graphql(`
  mutation CreateDeal($input: CreateDealInput!) {
    createDeal(input: $input) {
      deal {
        ...DealFields
        customer {
          id
          summary {
            ...DealFigures_summary
          }
        }
      }
    }
  }
`);

const updateDeal = graphql(`
  mutation UpdateDeal($input: UpdateDealInput!) {
    updateDeal(input: $input) {
      deal {
        ...DealFields
        customer {
          id
          summary {
            ...DealFigures_summary
          }
        }
      }
    }
  }
`);

const deleteDeal = graphql(`
  mutation DeleteDeal($input: DeleteInput!) {
    deleteDeal(input: $input) {
      deal {
        id
        customer {
          id
          summary {
            ...DealFigures_summary
          }
        }
      }
    }
  }
`);

const restoreDeal = graphql(`
  mutation RestoreDeal($input: RestoreInput!) {
    restoreDeal(input: $input) {
      deal {
        id
        customer {
          id
          summary {
            ...DealFigures_summary
          }
        }
      }
    }
  }
`);

const reloadDeal = graphql(`
  query ReloadDeal($id: ID!) {
    deal(id: $id) {
      ...DealFields
    }
  }
`);

/** A deal as rows and forms take it. */
export type Deal = DealFieldsFragment;

/** A deal's fields as the form holds them; empty ones are null. */
export interface DealValues {
  title: string;
  stage: DealStage;
  value: string;
  currency: string;
  /** Left out where the stage says it: 100 when won, 0 when lost. */
  probability?: number;
  expectedCloseOn: string | null;
  ownerId: string | null;
  notes: string | null;
}

function versionedDeal(deal: Deal): Versioned<DealValues> {
  const { version, title, stage, value, probability, expectedCloseOn, ownerId, notes } = deal;
  const { amount, currency } = value;
  return {
    version,
    values: {
      title,
      stage,
      value: amount,
      currency,
      probability,
      expectedCloseOn,
      ownerId,
      notes,
    },
  };
}

/** The stages that may follow one. */
export function nextStages(stage: DealStage): readonly DealStage[] {
  return DEAL_TRANSITIONS[stage];
}

/** The writes of a customer's deals. */
export function useDealEdits(customerId: string) {
  const client = useApolloClient();
  const t = useT();
  const format = useFormat();
  const trash = useTrash();
  const changed = () => forgetLists(client.cache, customerId, ["deals"]);

  function show(values: DealValues, field: keyof DealValues): string {
    if (field === "stage") return t(`deals.stage.${values.stage}`);
    if (field === "probability") return format.percent((values.probability ?? 0) / 100);
    if (field === "ownerId") return personName(client, values.ownerId) ?? "";
    if (field === "expectedCloseOn") {
      return values.expectedCloseOn ? format.date(values.expectedCloseOn) : "";
    }
    if (field === "value") return format.money({ amount: values.value, currency: values.currency });
    return values[field] ?? "";
  }

  return {
    create: async (values: DealValues) => {
      await client.mutate({
        mutation: createDeal,
        variables: { input: { customerId, ...values } },
      });
      changed();
    },
    update: async (deal: Deal, values: Partial<DealValues>) => {
      const base = versionedDeal(deal);
      await saveVersioned<DealValues>({
        base,
        changes: changesOf(base.values, { ...base.values, ...values }),
        send: (version, changes) =>
          client.mutate({
            mutation: updateDeal,
            variables: { input: { id: deal.id, version, ...changes } },
          }),
        reload: async () => {
          const { data } = await client.query({
            query: reloadDeal,
            variables: { id: deal.id },
            fetchPolicy: "network-only",
          });
          if (!data?.deal) throw new Error(t("ui.gone"));
          return versionedDeal(readFragment(dealFragment, data.deal));
        },
        labelOf: (field) => t(`field.${field}`),
        show,
      });
      changed();
    },
    remove: ({ id, title }: Deal) =>
      trash({
        name: title,
        remove: async () => {
          await client.mutate({ mutation: deleteDeal, variables: { input: { id } } });
          changed();
        },
        restore: async () => {
          await client.mutate({ mutation: restoreDeal, variables: { input: { id } } });
          changed();
        },
      }),
  };
}

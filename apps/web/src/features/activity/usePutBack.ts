import { useApolloClient } from "@apollo/client/react";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import { showToast } from "../../ui/toasts/toasts.js";
import { useAttempt } from "../../ui/toasts/useAttempt.js";
import type { Deed } from "./deed.js";
import { type PutBackType, putBackType, putters } from "./putBack.js";

const nowQuery = graphql(`
  query PutBackNow($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Customer {
        version
        address {
          country
        }
      }
      ... on Contact {
        version
      }
      ... on Project {
        version
      }
      ... on Task {
        version
      }
      ... on Deal {
        version
      }
      ... on Quote {
        version
      }
      ... on Order {
        version
      }
      ... on Invoice {
        version
      }
    }
  }
`);

const putCustomer = graphql(`
  mutation PutBackCustomer($input: UpdateCustomerInput!) {
    updateCustomer(input: $input) {
      customer {
        id
        version
      }
    }
  }
`);

const putContact = graphql(`
  mutation PutBackContact($input: UpdateContactInput!) {
    updateContact(input: $input) {
      contact {
        id
        version
      }
    }
  }
`);

const putProject = graphql(`
  mutation PutBackProject($input: UpdateProjectInput!) {
    updateProject(input: $input) {
      project {
        id
        version
      }
    }
  }
`);

const putTask = graphql(`
  mutation PutBackTask($input: UpdateTaskInput!) {
    updateTask(input: $input) {
      task {
        id
        version
      }
    }
  }
`);

const putDeal = graphql(`
  mutation PutBackDeal($input: UpdateDealInput!) {
    updateDeal(input: $input) {
      deal {
        id
        version
      }
    }
  }
`);

const putQuote = graphql(`
  mutation PutBackQuote($input: UpdateQuoteInput!) {
    updateQuote(input: $input) {
      quote {
        id
        version
      }
    }
  }
`);

const putOrder = graphql(`
  mutation PutBackOrder($input: UpdateOrderInput!) {
    updateOrder(input: $input) {
      order {
        id
        version
      }
    }
  }
`);

const putInvoice = graphql(`
  mutation PutBackInvoice($input: UpdateInvoiceInput!) {
    updateInvoice(input: $input) {
      invoice {
        id
        version
      }
    }
  }
`);

/** One field that a deed changed. */
type Change = Deed["changes"][number];

/**
 * Gives a field the value that it had before a change, by the ordinary update on the record as it is
 * now; undefined for what this person may not, or nobody can, put back.
 */
export function usePutBack(deed: Deed): (change: Change) => (() => Promise<void>) | undefined {
  const client = useApolloClient();
  const t = useT();
  const attempt = useAttempt();
  const { permissions } = useViewer();

  async function readNow(id: string) {
    const { data } = await client.query({
      query: nowQuery,
      variables: { id },
      fetchPolicy: "network-only",
    });
    const node = data?.node;
    if (!node || !("version" in node)) throw new Error(t("ui.gone"));
    const country = node.__typename === "Customer" ? node.address?.country : null;
    return { id, version: node.version, country };
  }

  async function send(type: PutBackType, id: string, { field, oldValue: old }: Change) {
    const now = await readNow(id);
    switch (type) {
      case "customer": {
        const input = putters.customer[field]?.(now, old);
        return input && client.mutate({ mutation: putCustomer, variables: { input } });
      }
      case "contact": {
        const input = putters.contact[field]?.(now, old);
        return input && client.mutate({ mutation: putContact, variables: { input } });
      }
      case "project": {
        const input = putters.project[field]?.(now, old);
        return input && client.mutate({ mutation: putProject, variables: { input } });
      }
      case "task": {
        const input = putters.task[field]?.(now, old);
        return input && client.mutate({ mutation: putTask, variables: { input } });
      }
      case "deal": {
        const input = putters.deal[field]?.(now, old);
        return input && client.mutate({ mutation: putDeal, variables: { input } });
      }
      case "quote": {
        const input = putters.quote[field]?.(now, old);
        return input && client.mutate({ mutation: putQuote, variables: { input } });
      }
      case "order": {
        const input = putters.order[field]?.(now, old);
        return input && client.mutate({ mutation: putOrder, variables: { input } });
      }
      case "invoice": {
        const input = putters.invoice[field]?.(now, old);
        return input && client.mutate({ mutation: putInvoice, variables: { input } });
      }
    }
  }

  return (change) => {
    const type = putBackType(deed.recordType, change.field, permissions);
    const id = deed.record?.id;
    if (!type || id === undefined || change.erased) return undefined;
    return async () => {
      if (!(await attempt(() => send(type, id, change)))) return;
      showToast({ message: t("activity.putBackDone") });
      await client.refetchQueries({ include: "active" });
    };
  };
}

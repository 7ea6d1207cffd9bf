import { graphql } from "../../../gql/gql.js";
import type { Restore } from "../../../records/defineRecord.js";

const restore = graphql(`
  mutation RestoreFromTrash($ids: [ID!]!) {
    restoreCustomers(input: { ids: $ids }) {
      customers {
        id
        version
        status
      }
    }
  }
`);

/** Takes a customer out of the trash. */
export const restoreCustomer: Restore = (client, id) =>
  client.mutate({ mutation: restore, variables: { ids: [id] } });

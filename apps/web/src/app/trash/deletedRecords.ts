import { RECORD_KINDS } from "@clientela/shared/records/recordKinds";
import { graphql } from "../../gql/gql.js";
import type { TrashPageQuery } from "../../gql/graphql.js";
import type { RecordDefinition } from "../../records/defineRecord.js";
import { allRecords } from "../records.js";

/** The records in the trash that the viewer may restore, deleted last first. */
export const deletedRecords = graphql(`
  query TrashPage($after: String, $filter: DeletedRecordFilter) {
    deletedRecords(first: 50, after: $after, filter: $filter) {
      edges {
        node {
          id
          recordType
          name
          deletedAt
          customer {
            id
            displayName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

/** The registered kind of a record in the trash. */
export function definitionOf({ recordType }: DeletedRecord): RecordDefinition {
  const found = allRecords.find(({ type }) => RECORD_KINDS[type].value === recordType);
  if (!found) throw new Error(`${recordType} is not in the register of records`);
  return found;
}

/** A record in the trash. */
export type DeletedRecord = TrashPageQuery["deletedRecords"]["edges"][number]["node"];

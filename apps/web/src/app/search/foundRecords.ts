import { type RecordType, recordTypeOf } from "@clientela/shared/records/recordActions";
import { graphql } from "../../gql/gql.js";
import type { SearchRecordsQuery } from "../../gql/graphql.js";
import { paths } from "../../paths.js";
import type { CustomerRecordType } from "../../records/customerRecordType.js";
import { records } from "../records.js";

/** Records of all kinds that a text is found in, the best first. */
export const searchQuery = graphql(`
  query SearchRecords($text: String!, $first: Int!, $types: [RecordType!]) {
    search(text: $text, first: $first, types: $types) {
      nodes {
        type
        title
        excerpt
        customer {
          id
          displayName
        }
        record {
          id
          ... on Customer {
            number
            taxId {
              formatted
            }
            address {
              city
            }
          }
        }
      }
    }
  }
`);

/** A record that a search found. */
export type FoundRecord = SearchRecordsQuery["search"]["nodes"][number];

const isRegistered = (type: RecordType): type is CustomerRecordType => type in records;

/** The kind of a record that was found; undefined for one that this app does not know yet. */
export function kindOf({ type }: FoundRecord): (typeof records)[CustomerRecordType] | undefined {
  const name = recordTypeOf(type);
  return isRegistered(name) ? records[name] : undefined;
}

/** Where a record that was found is looked at. */
export function pathOf(found: FoundRecord): string {
  const { customer, record } = found;
  // An assigned task of a customer that the viewer does not see.
  if (!customer) return paths.work();
  const { drawers, counted } = kindOf(found) ?? {};
  const [param] = drawers?.params ?? [];
  if (param && record) return paths.customerRecord(customer.id, param, record.id);
  return paths.customer(customer.id, counted?.tab);
}

/** What is shown next to its name: for a customer what distinguishes it from others, else its customer. */
export function detailsOf({ title, excerpt, customer, record }: FoundRecord): string {
  const parts =
    record?.__typename === "Customer"
      ? [record.number, record.taxId?.formatted, record.address?.city, excerpt]
      : [customer?.displayName, excerpt];
  // The tax ID as it is stored would be the same twice.
  const digits = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");
  const shown: string[] = [];
  for (const part of parts)
    if (part && part !== title && !shown.some((one) => digits(one) === digits(part)))
      shown.push(part);
  return shown.join(" · ");
}

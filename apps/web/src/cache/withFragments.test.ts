import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gql } from "@apollo/client";
import { buildSchema, type DocumentNode, print, validate } from "graphql";
import { allRecords } from "../app/records.js";
import type { RecordDefinition } from "../records/defineRecord.js";
import { withFragments } from "./withFragments.js";

const query = gql`
  query Page($id: ID!) {
    customer(id: $id) {
      id
      activity(first: 1) {
        nodes {
          record {
            id
          }
        }
      }
    }
  }
`;
const money = gql`
  fragment Metrics on CustomerSummary {
    orders {
      total {
        count
      }
    }
  }
`;
const withMoney = (name: string) => gql`
  fragment ${name} on Customer {
    summary {
      ...Metrics
    }
  }
  ${money}
`;

it("selects fragments at a field, each definition once", () => {
  const composed = withFragments(query, ["customer"], [withMoney("One"), withMoney("Other")]);
  expect(print(composed).match(/^(query|fragment) \w+/gm)).toEqual([
    "query Page",
    "fragment One",
    "fragment Metrics",
    "fragment Other",
  ]);
  expect(print(composed)).toMatch(/ {4}\.\.\.One\n {4}\.\.\.Other\n {2}\}/);
});

it("says which field of the path the query lacks", () => {
  expect(() => withFragments(query, ["customer", "deals"], [])).toThrow("selects no deals");
});

const schema = buildSchema(readFileSync(join(__dirname, "../../../api/schema.graphql"), "utf8"));
const fragmentsOf = (
  partOf: (record: RecordDefinition) => { fragment: DocumentNode } | undefined,
) => allRecords.flatMap((record) => partOf(record)?.fragment ?? []);

// The code generator checks each fragment by itself; whether they go together only shows in one query.
it.each([
  ["cards", ["customer"], fragmentsOf(({ card }) => card)],
  ["newest", ["customer"], fragmentsOf(({ newest }) => newest)],
  ["counts", ["customer"], fragmentsOf(({ counted }) => counted?.total)],
  ["details", ["customer", "activity", "nodes", "record"], fragmentsOf(({ details }) => details)],
])("makes a valid query with all %s of the register", (_, path, fragments) => {
  expect(fragments.length).toBeGreaterThan(2);
  expect(validate(schema, withFragments(query, path, fragments))).toEqual([]);
});

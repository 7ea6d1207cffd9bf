import { formatTaxId } from "@clientela/shared/customers/taxIdForms";
import { graphql } from "../../gql/gql.js";
import { defineRecord, type HistoryChange } from "../../records/defineRecord.js";
import { recordPart } from "../../records/recordParts.js";
import { restoreBy } from "../../records/restore.js";
import { addressHistory, customerHistory } from "./customer.fields.js";

/** Tax IDs as people of their countries write them; a change of country is a change of its own. */
function withTaxIds<Change extends HistoryChange>(
  changes: readonly Change[],
  country: string | undefined,
): Change[] {
  const moved = changes.find(({ field }) => field === "taxId.country");
  const written = (value: string | null | undefined, where: string | null | undefined) =>
    value && where ? formatTaxId(where, value) : value;
  return changes.map((change) =>
    change.field === "taxId.value"
      ? {
          ...change,
          old: written(change.old, moved?.old ?? country),
          new: written(change.new, moved?.new ?? country),
        }
      : change,
  );
}

const countryFragment = graphql(`
  fragment CustomerTaxCountry on Customer {
    taxId {
      country
    }
  }
`);

/** Customers, as the app registers them. */
export const customerRecord = defineRecord({
  type: "Customer",
  what: "activity.what.Customer",
  named: false,
  read: "customers:read",
  write: "customers:write",
  searched: true,
  history: customerHistory,
  details: recordPart("Customer", countryFragment, ({ taxId }) => ({ country: taxId?.country })),
  written: withTaxIds,
  restore: async () => (await import("./trash/restoreCustomer.js")).restoreCustomer,
  revert: async () => (await import("./customerRevert.js")).revertCustomer,
});

/** The further addresses of a customer, as the app registers them. */
export const addressRecord = defineRecord({
  type: "Address",
  what: "activity.what.Address",
  read: "customers:read",
  write: "customers:write",
  history: addressHistory,
  restore: async () => {
    const { restoreAddress } = await import("./addresses/addressEdits.js");
    return restoreBy({ restore: restoreAddress });
  },
});

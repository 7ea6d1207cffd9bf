import { useQuery } from "@apollo/client/react";
import { PeopleSection } from "../../features/contacts/People.js";
import { CustomerDetails } from "../../features/customers/profile/CustomerDetails.js";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { useMay } from "../../session/viewer.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.js";
import classes from "./DetailsTab.module.css";

const query = graphql(`
  query DetailsTab($id: ID!, $seesContacts: Boolean!) {
    customer(id: $id) {
      id
      ...CustomerDetails_customer
      ...CustomerPeople_customer @include(if: $seesContacts)
    }
  }
`);

/** Contact details: all fields of the customer, its people and its addresses. */
export function Tab({ customerId }: { customerId: string }) {
  const t = useT();
  const seesContacts = useMay("contacts:read");
  const { data, error, refetch } = useQuery(query, {
    variables: { id: customerId, seesContacts },
  });
  const customer = data?.customer;
  if (error && !customer) {
    return (
      <ErrorNote error={error} onRetry={() => void refetch()}>
        {t("profile.failed")}
      </ErrorNote>
    );
  }
  if (!customer) {
    return <SkeletonRows rows={10} columns={["15%", "30%"]} label={t("profile.loading")} />;
  }
  return (
    <div className={classes.sections}>
      <CustomerDetails customer={customer} />
      {seesContacts && <PeopleSection customer={customer} />}
    </div>
  );
}

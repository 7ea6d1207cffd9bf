import { useQuery } from "@apollo/client/react";
import { addDays } from "@clientela/shared/values/dates";
import { useState } from "react";
import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.js";
import { DateField } from "../../ui/fields/DateField.js";
import { AgeingTable } from "./AgeingTable.js";
import classes from "./StatementOfAccount.module.css";
import { StatementTable } from "./StatementTable.js";

const query = graphql(`
  query StatementOfAccount($id: ID!, $from: Date!, $to: Date!, $asOf: Date) {
    customer(id: $id) {
      id
      summary {
        ...AgeingTable
      }
    }
    customerStatement(customerId: $id, from: $from, to: $to) {
      currency
      ...StatementTable
    }
  }
`);

const DAYS = 365;

/** What a customer owes by how late it is, and its account over some days: a year unless chosen otherwise. */
export function StatementOfAccount({ customerId }: { customerId: string }) {
  const t = useT();
  const { today } = useViewer();
  const [from, setFrom] = useState<string | null>(addDays(today, -DAYS));
  const [to, setTo] = useState<string | null>(today);
  const asOf = to !== null && to < today ? to : null;
  const valid = from !== null && to !== null && from <= to;
  const { data, previousData, error, refetch } = useQuery(query, {
    variables: {
      id: customerId,
      from: from ?? today,
      to: to ?? today,
      asOf,
    },
    skip: !valid,
    fetchPolicy: "cache-and-network",
  });
  const shown = data ?? previousData;
  return (
    <div className={classes.page}>
      <div className={classes.period}>
        <DateField
          label={t("payments.from")}
          value={from}
          maxDate={to ?? undefined}
          onChange={setFrom}
        />
        <DateField
          label={t("payments.to")}
          value={to}
          minDate={from ?? undefined}
          onChange={setTo}
        />
      </div>
      {error ? (
        <ErrorNote error={error} onRetry={() => void refetch()}>
          {t("payments.statementFailed")}
        </ErrorNote>
      ) : !shown ? (
        <SkeletonRows label={t("profile.loading")} />
      ) : (
        <>
          {shown.customer && <AgeingTable summary={shown.customer.summary} asOf={asOf} />}
          {shown.customerStatement.map((statement) => (
            <StatementTable
              key={statement.currency}
              customerId={customerId}
              statement={statement}
            />
          ))}
          {shown.customerStatement.length === 0 && (
            <EmptyState>{t("payments.noMovements")}</EmptyState>
          )}
        </>
      )}
    </div>
  );
}

import { useQuery } from "@apollo/client/react";
import { useSearchParams } from "react-router";
import { graphql } from "../../../gql/gql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { useViewer } from "../../../session/viewer.js";
import { EmptyState } from "../../../ui/feedback/EmptyState.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../../ui/feedback/SkeletonRows.js";
import { AgeingTable } from "./AgeingTable.js";
import { OpenItemsTable } from "./OpenItemsTable.js";
import { readStatementParams } from "./periods.js";
import { StatementBar } from "./StatementBar.js";
import classes from "./StatementOfAccount.module.css";
import { StatementTable } from "./StatementTable.js";

const query = graphql(`
  query StatementOfAccount($id: ID!, $from: Date!, $to: Date!, $kind: InvoiceKind, $asOf: Date) {
    customer(id: $id) {
      id
      summary {
        ...AgeingTable
      }
    }
    customerStatement(customerId: $id, from: $from, to: $to, kind: $kind) {
      currency
      ...StatementTable
      ...OpenItemsTable
    }
  }
`);

/** What a customer owes by how late it is, its account over some days, and what was open at their end. */
export function StatementOfAccount({ customerId }: { customerId: string }) {
  const t = useT();
  const format = useFormat();
  const { today } = useViewer();
  const [search, setSearch] = useSearchParams();
  const params = readStatementParams(search, today);
  const { from, to, side } = params;
  const asOf = to !== null && to < today ? to : null;
  const valid = from !== null && to !== null && from <= to;
  const { data, previousData, error, refetch } = useQuery(query, {
    variables: { id: customerId, from: from ?? today, to: to ?? today, kind: side, asOf },
    skip: !valid,
    fetchPolicy: "cache-and-network",
  });
  const shown = data ?? previousData;
  const change = (changes: Record<string, string>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setSearch(next, { replace: true, preventScrollReset: true });
  };
  return (
    <div className={classes.page}>
      <StatementBar customerId={customerId} params={params} onChange={change} />
      {valid && (
        <p className={classes.printed}>
          {t("payments.statementOf", { from: format.date(from), to: format.date(to) })}
        </p>
      )}
      {error ? (
        <ErrorNote error={error} onRetry={() => void refetch()}>
          {t("payments.statementFailed")}
        </ErrorNote>
      ) : !shown ? (
        <SkeletonRows label={t("profile.loading")} />
      ) : (
        <>
          {shown.customer && side !== "PURCHASE" && (
            <AgeingTable summary={shown.customer.summary} asOf={asOf} />
          )}
          {shown.customerStatement.map((statement) => (
            <section key={statement.currency} className={classes.account}>
              <StatementTable customerId={customerId} statement={statement} />
              <OpenItemsTable customerId={customerId} statement={statement} to={to ?? today} />
            </section>
          ))}
          {shown.customerStatement.length === 0 && (
            <EmptyState>{t("payments.noMovements")}</EmptyState>
          )}
        </>
      )}
    </div>
  );
}

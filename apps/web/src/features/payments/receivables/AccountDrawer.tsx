import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { readFragment } from "../../../gql/fragment-masking.js";
import { graphql } from "../../../gql/gql.js";
import type { AccountQuery, AgedAccountFragment } from "../../../gql/graphql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import { useMay } from "../../../session/viewer.js";
import { EmptyState } from "../../../ui/feedback/EmptyState.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../../ui/feedback/SkeletonRows.js";
import { SideDrawer } from "../../../ui/overlays/SideDrawer.js";
import { DueDate } from "../../../ui/values/DueDate.js";
import { NewPayment } from "../NewPayment.js";
import { AccountPromises } from "../promises/AccountPromises.js";
import { PromiseForm } from "../promises/PromiseForm.js";
import classes from "./AccountDrawer.module.css";
import { AgeingBar } from "./AgeingBar.js";
import { agedAccount } from "./accountRows.js";
import { BUCKETS, type Side } from "./buckets.js";
import { ReminderDialog } from "./ReminderDialog.js";

const query = graphql(`
  query Account($id: ID!, $kind: InvoiceKind!, $receivables: Boolean!) {
    customer(id: $id) {
      id
      legalName
      email
      summary {
        receivables @include(if: $receivables) {
          ...AgedAccount
        }
        payables @skip(if: $receivables) {
          ...AgedAccount
        }
      }
      invoices(
        first: 100
        filter: { kind: $kind, state: [OVERDUE, AUTHORIZED] }
        orderBy: { field: DUE_ON, direction: ASC }
      ) {
        totalCount
        nodes {
          id
          number
          issuedOn
          dueOn
          balance {
            amount
            currency
          }
        }
      }
    }
  }
`);

interface AccountDrawerProps {
  customerId: string;
  side: Side;
  currency: string;
  onClose: () => void;
  onChanged: () => void;
  /** Where the customer's statement is. */
  profile: string;
}

/** What is open of a customer: the bar and its table, the invoices, and what can be done about them. */
export default function AccountDrawer(props: AccountDrawerProps) {
  const { customerId, side, currency, onClose, onChanged, profile } = props;
  const t = useT();
  const mayWrite = useMay("invoices:write");
  const [doing, setDoing] = useState<"payment" | "promise" | "reminder" | null>(null);
  const { data, error, refetch } = useQuery(query, {
    variables: {
      id: customerId,
      kind: side === "receivables" ? "SALES" : "PURCHASE",
      receivables: side === "receivables",
    },
    fetchPolicy: "cache-and-network",
  });
  const customer = data?.customer;
  const aged = readFragment(agedAccount, customer?.summary[side] ?? []).find(
    (one) => one.currency === currency,
  );
  const invoices = (customer?.invoices.nodes ?? []).filter(
    ({ balance }) => balance.currency === currency,
  );
  const end = () => setDoing(null);
  return (
    <>
      <SideDrawer
        opened
        readOnly
        onClose={onClose}
        title={customer?.legalName ?? t("receivables.customer")}
        footer={
          <div className={classes.actions}>
            <Button component={Link} to={profile} variant="default">
              {t("payments.statement")}
            </Button>
            {side === "receivables" && (
              <Button
                variant="default"
                disabled={invoices.length === 0}
                onClick={() => setDoing("reminder")}
              >
                {t("receivables.remind")}
              </Button>
            )}
            {mayWrite && side === "receivables" && (
              <Button
                variant="default"
                disabled={invoices.length === 0}
                onClick={() => setDoing("promise")}
              >
                {t("promises.add")}
              </Button>
            )}
            {mayWrite && (
              <Button disabled={invoices.length === 0} onClick={() => setDoing("payment")}>
                {t("payments.register")}
              </Button>
            )}
          </div>
        }
      >
        {error && !customer && (
          <ErrorNote error={error} onRetry={() => void refetch()}>
            {t("receivables.failed")}
          </ErrorNote>
        )}
        {!data && !error && <SkeletonRows label={t("shell.loading")} />}
        {data && !customer && <EmptyState>{t("receivables.gone")}</EmptyState>}
        {aged && <Ageing aged={aged} />}
        {customer && side === "receivables" && (
          <AccountPromises customerId={customerId} currency={currency} className={classes.part} />
        )}
        {customer && (
          <OpenInvoices
            customerId={customerId}
            show={side === "receivables" ? "sales" : "purchases"}
            invoices={invoices}
            more={customer.invoices.totalCount - customer.invoices.nodes.length}
          />
        )}
      </SideDrawer>
      {doing === "payment" && (
        <NewPayment
          customerId={customerId}
          currency={currency}
          direction={side === "receivables" ? "RECEIVED" : "PAID"}
          onClose={() => {
            end();
            void refetch();
            onChanged();
          }}
        />
      )}
      {doing === "promise" && (
        <PromiseForm
          customerId={customerId}
          currency={currency}
          amount={aged?.total.amount}
          onClose={() => {
            end();
            onChanged();
          }}
        />
      )}
      {doing === "reminder" && customer && (
        <ReminderDialog
          name={customer.legalName}
          email={customer.email ?? null}
          invoices={invoices}
          onClose={end}
        />
      )}
    </>
  );
}

/** What is open by how late it is, as a bar and as a table. */
function Ageing({ aged }: { aged: AgedAccountFragment }) {
  const t = useT();
  const format = useFormat();
  return (
    <section className={classes.part} aria-label={t("receivables.ageing")}>
      <AgeingBar aged={aged} />
      <table className={classes.table}>
        <caption className="visually-hidden">{t("payments.ageing")}</caption>
        <tbody>
          {[...BUCKETS, "total" as const].map((bucket) => (
            <tr key={bucket}>
              <th scope="row">{t(`payments.ageing.${bucket}`)}</th>
              <td>{format.money(aged[bucket])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface OpenInvoicesProps {
  customerId: string;
  show: "sales" | "purchases";
  invoices: NonNullable<AccountQuery["customer"]>["invoices"]["nodes"];
  /** How many there are besides those that were loaded. */
  more: number;
}

function OpenInvoices({ customerId, show, invoices, more }: OpenInvoicesProps) {
  const t = useT();
  const format = useFormat();
  return (
    <section className={classes.part}>
      <table className={classes.table}>
        <caption className={classes.caption}>{t("receivables.open")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("field.number")}</th>
            <th scope="col">{t("field.dueOn")}</th>
            <th scope="col">{t("field.balance")}</th>
          </tr>
        </thead>
        <tbody>
          {invoices.map(({ id, number, dueOn, balance }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={paths.customerDocuments(customerId, { show, invoice: id })}>
                  {number}
                </Link>
              </th>
              <td>
                <DueDate date={dueOn} open />
              </td>
              <td>{format.money(balance)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className={classes.more}>{t("receivables.more", { count: more })}</p>}
    </section>
  );
}

import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { graphql } from "../../../../gql/gql.js";
import type { PeekDrawerQuery } from "../../../../gql/graphql.js";
import { useFormat } from "../../../../i18n/useFormat.js";
import { useT } from "../../../../i18n/useT.js";
import { paths } from "../../../../paths.js";
import { useViewer } from "../../../../session/viewer.js";
import { CopyButton } from "../../../../ui/feedback/CopyButton.js";
import { ErrorNote } from "../../../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../../../ui/feedback/SkeletonRows.js";
import { SideDrawer } from "../../../../ui/overlays/SideDrawer.js";
import { PhoneLink } from "../../../../ui/values/PhoneLink.js";
import { addressText } from "../../addressText.js";
import { StatusBadge } from "../../StatusBadge.js";
import { metricsOf } from "../customerRows.js";
import classes from "./PeekDrawer.module.css";
import { PeekMetrics } from "./PeekMetrics.js";

const query = graphql(`
  query PeekDrawer(
    $id: ID!
    $activity: Boolean!
    $projects: Boolean!
    $tasks: Boolean!
    $orders: Boolean!
    $invoices: Boolean!
  ) {
    customer(id: $id) {
      id
      number
      legalName
      tradeName
      status
      email
      phone
      website
      tags
      notes
      taxId {
        country
        kind
        formatted
      }
      secondTaxId {
        country
        kind
        formatted
      }
      address {
        street
        number
        complement
        district
        city
        region
        postalCode
        country
      }
      owner {
        id
        name
      }
      nextStep @include(if: $tasks) {
        id
        title
        dueOn
      }
      ...PeekMetrics_customer
    }
  }
`);

interface PeekDrawerProps {
  /** Whom to look at. */
  id: string;
  onClose: () => void;
  onOpen: (id: string) => void;
}

/** A look at a customer without leaving the list. */
export default function PeekDrawer({ id, onClose, onOpen }: PeekDrawerProps) {
  const t = useT();
  const { permissions } = useViewer();
  const { data, error, refetch } = useQuery(query, {
    variables: { id, ...metricsOf(permissions) },
  });
  const customer = data?.customer;
  return (
    <SideDrawer
      opened
      onClose={onClose}
      title={customer?.legalName ?? t("customers.peek")}
      footer={
        <Button
          component="a"
          href={paths.customer(id)}
          rightSection={<IconArrowRight size={16} />}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            onOpen(id);
          }}
        >
          {t("customers.openProfile")}
        </Button>
      }
    >
      {error && !customer && (
        <ErrorNote error={error} onRetry={() => void refetch()}>
          {t("customers.peekFailed")}
        </ErrorNote>
      )}
      {data && !customer && <p className={classes.gone}>{t("customers.gone")}</p>}
      {!data && !error && (
        <SkeletonRows rows={8} height={32} columns={["30%", "60%"]} label={t("shell.loading")} />
      )}
      {customer && <PeekMetrics customer={customer} />}
      {customer && <Facts customer={customer} />}
    </SideDrawer>
  );
}

/** What is known of the customer. */
function Facts({ customer }: { customer: NonNullable<PeekDrawerQuery["customer"]> }) {
  const t = useT();
  const format = useFormat();
  return (
    <dl className={classes.facts}>
      <Fact name={t("field.status")}>
        <StatusBadge status={customer.status} />
      </Fact>
      <Fact name={t("customers.nextStep")}>
        {customer.nextStep && (
          <Link
            to={paths.customerRecord(
              customer.id,
              customer.nextStep.__typename,
              customer.nextStep.id,
            )}
          >
            {[
              customer.nextStep.title,
              customer.nextStep.dueOn && format.date(customer.nextStep.dueOn),
            ]
              .filter(Boolean)
              .join(" · ")}
          </Link>
        )}
      </Fact>
      <Fact name={t("customers.column.number")}>{customer.number}</Fact>
      <Fact name={t("field.tradeName")}>{customer.tradeName}</Fact>
      <Fact name={customer.taxId?.kind ?? t("field.taxId")}>
        {customer.taxId && (
          <>
            {customer.taxId.formatted}{" "}
            <CopyButton value={customer.taxId.formatted} label={t("customers.copyTaxId")} />
          </>
        )}
      </Fact>
      <Fact name={customer.secondTaxId?.kind ?? ""}>
        {customer.secondTaxId && (
          <>
            {customer.secondTaxId.formatted}{" "}
            <CopyButton value={customer.secondTaxId.formatted} label={t("customers.copyTaxId")} />
          </>
        )}
      </Fact>
      <Fact name={t("field.address")}>{customer.address && addressText(customer.address)}</Fact>
      <Fact name={t("field.email")}>
        {customer.email && <a href={`mailto:${customer.email}`}>{customer.email}</a>}
      </Fact>
      <Fact name={t("field.phone")}>{customer.phone && <PhoneLink phone={customer.phone} />}</Fact>
      <Fact name={t("field.website")}>
        {customer.website && (
          <a href={customer.website} target="_blank" rel="noreferrer">
            {customer.website}
          </a>
        )}
      </Fact>
      <Fact name={t("field.ownerId")}>{customer.owner?.name}</Fact>
      <Fact name={t("field.tags")}>{customer.tags.join(", ")}</Fact>
      <Fact name={t("field.notes")}>
        {customer.notes && <span className={classes.notes}>{customer.notes}</span>}
      </Fact>
    </dl>
  );
}

// What is not known is left out: a look is for what there is.
function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

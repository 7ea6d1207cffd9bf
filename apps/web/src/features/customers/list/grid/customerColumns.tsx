import { countryName } from "@clientela/shared/values/countries";
import { sumByCurrency } from "@clientela/shared/values/money";
import type { Format } from "../../../../i18n/format.js";
import type { Language } from "../../../../i18n/language.js";
import type { Translate } from "../../../../i18n/useT.js";
import { paths } from "../../../../paths.js";
import type { GridColumn } from "../../../../ui/grid/columns/column.js";
import { PhoneLink } from "../../../../ui/values/PhoneLink.js";
import { StatusBadge } from "../../StatusBadge.js";
import type { CustomerRow } from "../customerRows.js";
import { Amounts, Metric } from "../Metrics.js";
import classes from "./CustomerCells.module.css";
import { RowLink } from "./RowLink.js";

/** What columns need to know besides the row. */
export interface ColumnContext {
  t: Translate;
  format: Format;
  language: Language;
  /** In which amounts are sorted. */
  currency: string;
  /** Whether the window has room for all columns that are shown by default. */
  allFit: boolean;
}

// Many a region is called by its capital, which need not be said twice.
const placeOf = (address: CustomerRow["address"]): string =>
  [...new Set([address?.city, address?.region].filter(Boolean))].join(", ");

/** Who a customer is, and who looks after it. */
export const identityColumns = ({ t, allFit }: ColumnContext): GridColumn<CustomerRow>[] => [
  {
    id: "name",
    header: t("customers.column.name"),
    width: allFit ? 172 : 208,
    minWidth: 172,
    sortable: true,
    narrow: "title",
    cell: ({ id, legalName, tradeName, taxId }) => (
      <span className={classes.name}>
        <RowLink to={paths.customer(id)} className={classes.legalName}>
          {legalName}
        </RowLink>
        <span className={classes.under}>
          {taxId?.formatted}
          {taxId && tradeName && " · "}
          {tradeName}
        </span>
      </span>
    ),
  },
  {
    id: "status",
    header: t("field.status"),
    width: 104,
    sortable: true,
    narrow: "end",
    cell: ({ status }) => <StatusBadge status={status} />,
  },
  {
    id: "owner",
    header: t("field.ownerId"),
    width: 124,
    sortable: true,
    cell: ({ owner }) => owner?.name,
  },
];

/** What a customer owes. */
export const owedColumns = ({ t, currency }: ColumnContext): GridColumn<CustomerRow>[] => [
  {
    id: "outstanding",
    header: t("customers.column.outstanding"),
    hint: t("customers.column.sortHint", { currency }),
    width: 140,
    align: "end",
    sortable: true,
    cell: ({ id, summary: { invoices } }) =>
      invoices && (
        <Amounts
          values={sumByCurrency([...invoices.authorized.amounts, ...invoices.overdue.amounts])}
          to={paths.customerDocuments(id, { show: "sales", state: "outstanding" })}
        />
      ),
  },
  {
    id: "overdue",
    header: t("customers.column.overdue"),
    hint: t("customers.column.sortHint", { currency }),
    width: 132,
    align: "end",
    sortable: true,
    narrow: "detail",
    narrowLabel: true,
    cell: ({ id, summary: { invoices } }) =>
      invoices && (
        <Amounts
          values={invoices.overdue.amounts}
          to={paths.customerDocuments(id, { show: "sales", state: "OVERDUE" })}
          late
        />
      ),
  },
];

/** Where it is, and when something last happened. */
export const placeColumns = ({
  t,
  format,
  allFit,
  language,
}: ColumnContext): GridColumn<CustomerRow>[] => [
  {
    id: "city",
    header: t("field.city"),
    width: allFit ? 122 : 140,
    sortable: true,
    narrow: "detail",
    cell: ({ address, taxId, summary: { invoices } }) => (
      <>
        <span title={placeOf(address)}>{placeOf(address)}</span>
        {/* What is overdue needs its place. */}
        {taxId && !invoices?.overdue.count && (
          <span className={classes.onPhone}>{taxId.formatted}</span>
        )}
      </>
    ),
  },
  {
    id: "activity",
    header: t("customers.column.activity"),
    width: 124,
    sortable: true,
    cell: ({ summary }) =>
      summary.lastActivityAt && (
        <time dateTime={summary.lastActivityAt} title={format.dateTime(summary.lastActivityAt)}>
          {format.relative(summary.lastActivityAt)}
        </time>
      ),
  },
  {
    id: "country",
    header: t("field.country"),
    width: 88,
    sortable: true,
    cell: ({ address }) => address?.country && countryName(address.country, language),
  },
];

/** What is being done for it. */
export const workColumns = ({ t, format, allFit }: ColumnContext): GridColumn<CustomerRow>[] => [
  {
    id: "projects",
    header: t("customers.column.projects"),
    hint: t("customers.column.projectsHint"),
    width: 90,
    align: "end",
    sortable: true,
    cell: ({ id, summary: { projects } }) => (
      <Metric
        count={projects?.active}
        to={paths.customerProjects(id, { status: "ACTIVE" })}
        label={t("customers.metric.projects", { count: projects?.active ?? 0 })}
      />
    ),
  },
  {
    id: "hours",
    header: t("customers.column.hours"),
    width: allFit ? 84 : 100,
    align: "end",
    sortable: true,
    cell: ({ id, summary: { projects } }) =>
      Boolean(projects?.totalMinutes) && (
        <RowLink to={paths.customerProjects(id)}>
          {format.hours(projects?.totalMinutes ?? 0)}
        </RowLink>
      ),
  },
  {
    id: "orders",
    header: t("customers.column.orders"),
    width: 112,
    align: "end",
    sortable: true,
    cell: ({ id, summary: { orders } }) => {
      const count = orders && orders.total.count - orders.finalized.count;
      return (
        <Metric
          count={count}
          to={paths.customerDocuments(id, { show: "orders", status: "unfinished" })}
          label={t("customers.metric.orders", { count: count ?? 0 })}
        />
      );
    },
  },
  {
    id: "tasks",
    header: t("customers.column.tasks"),
    width: 150,
    align: "end",
    sortable: true,
    hidden: true,
    cell: ({ id, summary: { tasks } }) => (
      <Metric
        count={tasks?.overdue}
        to={paths.customerProjects(id, { show: "tasks", due: "overdue" })}
        label={t("customers.metric.tasks", { count: tasks?.overdue ?? 0 })}
        late
      />
    ),
  },
];

/** What is shown on request. */
export const detailColumns = ({ t, format }: ColumnContext): GridColumn<CustomerRow>[] => [
  {
    id: "number",
    header: t("customers.column.number"),
    width: 110,
    sortable: true,
    hidden: true,
    cell: ({ number }) => number,
  },
  {
    id: "email",
    header: t("field.email"),
    width: 200,
    hidden: true,
    cell: ({ email }) => email && <a href={`mailto:${email}`}>{email}</a>,
  },
  {
    id: "phone",
    header: t("field.phone"),
    width: 160,
    hidden: true,
    cell: ({ phone }) => phone && <PhoneLink phone={phone} />,
  },
  {
    id: "tags",
    header: t("field.tags"),
    width: 160,
    hidden: true,
    cell: ({ tags }) => tags.join(", "),
  },
  {
    id: "created",
    header: t("customers.column.created"),
    width: 120,
    sortable: true,
    hidden: true,
    cell: ({ createdAt }) => format.date(createdAt),
  },
  {
    id: "updated",
    header: t("customers.column.updated"),
    width: 120,
    sortable: true,
    hidden: true,
    cell: ({ updatedAt }) => format.date(updatedAt),
  },
];

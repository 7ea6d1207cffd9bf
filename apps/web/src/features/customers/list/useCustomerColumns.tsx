import { countryName } from "@clientela/shared/countries";
import { useMemo } from "react";
import { paths } from "../../../app/paths.js";
import { formatPhone } from "../../../i18n/formatPhone.js";
import { currentLanguage } from "../../../i18n/i18n.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import type { GridColumn } from "../../../ui/grid/column.js";
import { StatusBadge } from "../StatusBadge.js";
import classes from "./CustomerCells.module.css";
import type { CustomerRow } from "./customerRows.js";
import { RowLink } from "./RowLink.js";

/** The columns of the list of customers; the first one is the name. */
export function useCustomerColumns(): readonly GridColumn<CustomerRow>[] {
  const t = useT();
  const format = useFormat();
  const language = currentLanguage();
  return useMemo(() => {
    const columns: GridColumn<CustomerRow>[] = [
      {
        id: "name",
        header: t("customers.column.name"),
        width: 280,
        minWidth: 180,
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
        id: "city",
        header: t("field.city"),
        width: 150,
        sortable: true,
        narrow: "detail",
        cell: ({ address, taxId }) => (
          <>
            {[address?.city, address?.region].filter(Boolean).join(", ")}
            {taxId && <span className={classes.onPhone}>{taxId.formatted}</span>}
          </>
        ),
      },
      {
        id: "country",
        header: t("field.country"),
        width: 120,
        cell: ({ address }) => address?.country && countryName(address.country, language),
      },
      {
        id: "status",
        header: t("field.status"),
        width: 120,
        narrow: "end",
        cell: ({ status }) => <StatusBadge status={status} />,
      },
      {
        id: "owner",
        header: t("field.ownerId"),
        width: 140,
        cell: ({ owner }) => owner?.name,
      },
      {
        id: "activity",
        header: t("customers.column.activity"),
        width: 130,
        cell: ({ summary }) =>
          summary.lastActivityAt && (
            <time dateTime={summary.lastActivityAt} title={format.dateTime(summary.lastActivityAt)}>
              {format.relative(summary.lastActivityAt)}
            </time>
          ),
      },
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
        cell: ({ phone }) => phone && <a href={`tel:${phone}`}>{formatPhone(phone)}</a>,
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
    return columns;
  }, [t, format, language]);
}

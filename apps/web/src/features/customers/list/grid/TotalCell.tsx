import { useQuery } from "@apollo/client/react";
import { sumByCurrency } from "@clientela/shared/values/money";
import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { graphql } from "../../../../gql/gql.js";
import type { MoneyValue } from "../../../../i18n/format.js";
import { useFormat } from "../../../../i18n/useFormat.js";
import { useT } from "../../../../i18n/useT.js";
import { useMay, useViewer } from "../../../../session/viewer.js";
import { metricsOf } from "../customerRows.js";
import type { toVariables } from "../listParams.js";
import { TotalAmounts } from "./TotalAmounts.js";

const query = graphql(`
  query CustomerTotals(
    $search: String
    $filter: CustomerFilter
    $projects: Boolean!
    $time: Boolean!
    $orders: Boolean!
    $invoices: Boolean!
  ) {
    customerTotals(search: $search, filter: $filter) {
      activeProjects @include(if: $projects)
      totalMinutes @include(if: $time)
      orders @include(if: $orders) {
        total {
          count
        }
        finalized {
          count
        }
      }
      invoices @include(if: $invoices) {
        authorized {
          amounts {
            amount
            currency
          }
        }
        overdue {
          amounts {
            amount
            currency
          }
        }
      }
    }
  }
`);

interface TotalCellProps {
  column: string;
  /** The parameters of the list, and its number of customers. */
  listVariables: ReturnType<typeof toVariables>;
  total: number;
  /** Set if there are so many that totals are computed only on request. */
  onSumUp?: () => void;
}

/** The total of a column for all customers that match, not only for those that are loaded. */
export default function TotalCell({ column, listVariables, total, onSumUp }: TotalCellProps) {
  const t = useT();
  const format = useFormat();
  const { permissions, currency } = useViewer();
  const { projects, orders, invoices } = metricsOf(permissions);
  const { search, filter } = listVariables;
  const { data, refetch } = useQuery(query, {
    variables: { search, filter, projects, time: useMay("time:read"), orders, invoices },
    skip: onSumUp !== undefined,
  });
  const lastTotal = useRef(total);
  useEffect(() => {
    if (lastTotal.current === total) return;
    lastTotal.current = total;
    if (column === "name" && !onSumUp) void refetch();
  }, [column, total, onSumUp, refetch]);

  if (column === "name") {
    return onSumUp ? (
      <Button variant="subtle" size="compact-xs" onClick={onSumUp}>
        {t("customers.sumUp")}
      </Button>
    ) : (
      t("ui.total")
    );
  }
  const sums = data?.customerTotals;
  // Of several currencies the organisation's own is shown.
  const ownFirst = (values: readonly MoneyValue[]) => [
    ...values.filter((value) => value.currency === currency),
    ...values.filter((value) => value.currency !== currency),
  ];
  switch (column) {
    case "projects":
      return sums?.activeProjects === undefined ? null : format.number(sums.activeProjects);
    case "hours":
      return sums?.totalMinutes === undefined ? null : format.hours(sums.totalMinutes);
    case "orders":
      return sums?.orders && format.number(sums.orders.total.count - sums.orders.finalized.count);
    case "outstanding":
      return (
        sums?.invoices && (
          <TotalAmounts
            values={ownFirst(
              sumByCurrency([
                ...sums.invoices.authorized.amounts,
                ...sums.invoices.overdue.amounts,
              ]),
            )}
          />
        )
      );
    case "overdue":
      return sums?.invoices && <TotalAmounts values={ownFirst(sums.invoices.overdue.amounts)} />;
    default:
      return null;
  }
}

import { useMemo } from "react";
import { Link } from "react-router";
import { readFragment } from "../../../gql/fragment-masking.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import type { GridColumn } from "../../../ui/grid/columns/column.js";
import { Badge } from "../../../ui/values/Badge.js";
import { Money } from "../../../ui/values/Money.js";
import { nextPromiseOf } from "../promises/nextPromise.js";
import { promiseStatus } from "../promises/promise.operations.js";
import { AgeingBar } from "./AgeingBar.js";
import { type AccountRow, agedAccount } from "./accountRows.js";
import { BUCKETS, type Side } from "./buckets.js";

/** What is open of a customer in a currency. */
export const agedOf = ({ summary }: AccountRow, side: Side, currency: string) =>
  readFragment(agedAccount, summary[side] ?? []).find((aged) => aged.currency === currency);

/** The columns of customers of whom something is open, in one currency. */
export function useAccountColumns(side: Side, currency: string): readonly GridColumn<AccountRow>[] {
  const t = useT();
  const format = useFormat();
  return useMemo(() => {
    const amount = (
      id: "total" | "overdue" | (typeof BUCKETS)[number],
      header: string,
      rest: Partial<GridColumn<AccountRow>> = {},
    ): GridColumn<AccountRow> => ({
      id,
      header,
      width: 130,
      align: "end",
      sortable: true,
      ...rest,
      cell: (row) => {
        const value = agedOf(row, side, currency)?.[id];
        return value && Number(value.amount) !== 0 && <Money value={value} />;
      },
    });
    const promiseColumn: GridColumn<AccountRow> = {
      id: "promise",
      header: t("promises.headline"),
      width: 215,
      cell: (row) => {
        const promise = nextPromiseOf(row);
        return (
          promise && (
            <Badge tone={promiseStatus.tones[promise.state]}>
              {format.date(promise.dueOn)} · {promiseStatus.label(t, promise.state)}
            </Badge>
          )
        );
      },
    };
    return [
      {
        id: "name",
        header: t("receivables.customer"),
        width: 200,
        narrow: "title",
        sortable: true,
        cell: ({ id, legalName }) => (
          <Link to={paths.customerDocuments(id, { show: "statement" })}>{legalName}</Link>
        ),
      },
      {
        id: "ageing",
        header: t("receivables.ageing"),
        width: 150,
        narrow: "bar",
        cell: (row) => {
          const aged = agedOf(row, side, currency);
          return aged && <AgeingBar aged={aged} />;
        },
      },
      amount("total", t("payments.ageing.total"), { narrow: "end", narrowLabel: true }),
      amount("overdue", t("receivables.overdue"), { narrow: "detail", narrowLabel: true }),
      {
        id: "oldest",
        header: t("payments.oldest"),
        width: 170,
        sortable: true,
        cell: (row) => {
          const day = agedOf(row, side, currency)?.oldestDueOn;
          return day && format.date(day);
        },
      },
      ...(side === "receivables" ? [promiseColumn] : []),
      { id: "owner", header: t("field.ownerId"), width: 130, cell: ({ owner }) => owner?.name },
      ...BUCKETS.map((bucket) => amount(bucket, t(`payments.ageing.${bucket}`), { hidden: true })),
    ];
  }, [t, format, side, currency]);
}

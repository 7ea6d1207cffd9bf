import { readFragment } from "../../../../gql/fragment-masking.js";
import { graphql } from "../../../../gql/gql.js";
import type { CustomerRow_CustomerFragment, RowAgeingFragment } from "../../../../gql/graphql.js";
import type { Format, MoneyValue } from "../../../../i18n/format.js";
import type { Translate } from "../../../../i18n/useT.js";
import { paths } from "../../../../paths.js";
import type { GridColumn } from "../../../../ui/grid/columns/column.js";
import { Amounts } from "../Metrics.js";

type Row = CustomerRow_CustomerFragment;

const rowAgeing = graphql(`
  fragment RowAgeing on Ageing {
    currency
    total {
      amount
      currency
    }
    overdue {
      amount
      currency
    }
    notDue {
      amount
      currency
    }
    days1To30 {
      amount
      currency
    }
    days31To60 {
      amount
      currency
    }
    days61To90 {
      amount
      currency
    }
    over90 {
      amount
      currency
    }
    oldestDueOn
  }
`);

type Aged = RowAgeingFragment;
type Side = "receivables" | "payables";

const agedOf = (row: Row, side: Side): readonly Aged[] =>
  readFragment(rowAgeing, row.summary[side] ?? []);

const BUCKETS = ["notDue", "days1To30", "days31To60", "days61To90", "over90"] as const;

interface Words {
  t: Translate;
  format: Format;
  /** In which amounts are sorted. */
  currency: string;
}

/** What customers owe, or are owed, by how late it is; shown by whoever chooses the columns. */
export function ageingColumns(words: Words): GridColumn<Row>[] {
  return [
    ...columnsOf("receivables", "sales", words),
    ...columnsOf("payables", "purchases", words),
  ];
}

const pascal = <Name extends string>(name: Name) =>
  `${name.charAt(0).toUpperCase()}${name.slice(1)}` as Capitalize<Name>;

function columnsOf(
  side: Side,
  show: "sales" | "purchases",
  { t, format, currency }: Words,
): GridColumn<Row>[] {
  const rest = { width: 140, align: "end", sortable: true, hidden: true } as const;
  const hint = t("customers.column.sortHint", { currency });
  const amounts = (
    id: SideColumn,
    amountOf: (aged: Aged) => MoneyValue | null,
  ): GridColumn<Row> => ({
    id,
    header: t(`customers.column.${id}`),
    hint,
    ...rest,
    cell: (row) => (
      <Amounts
        values={agedOf(row, side)
          .map(amountOf)
          .filter((value) => value !== null)
          .filter(({ amount }) => Number(amount) !== 0)}
        to={paths.customerDocuments(row.id, { show, state: "outstanding" })}
      />
    ),
  });
  const columns = BUCKETS.map((bucket) =>
    amounts(`${side}${pascal(bucket)}`, (aged) => aged[bucket]),
  );
  if (side === "payables") {
    columns.unshift(
      amounts("payables", ({ total }) => total),
      amounts("payablesOverdue", ({ overdue }) => overdue),
    );
  }
  const oldest: GridColumn<Row> = {
    id: `${side}OldestDueOn`,
    header: t(`customers.column.${side}OldestDueOn`),
    ...rest,
    cell: (row) => {
      const [day] = agedOf(row, side)
        .flatMap(({ oldestDueOn }) => oldestDueOn ?? [])
        .sort();
      return day && format.date(day);
    },
  };
  return [...columns, oldest];
}

type SideColumn = `${Side}${Capitalize<(typeof BUCKETS)[number]>}` | "payables" | "payablesOverdue";

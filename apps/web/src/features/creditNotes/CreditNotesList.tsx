import { Button } from "@mantine/core";
import { IconPlus, IconReceiptRefund } from "@tabler/icons-react";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { useList } from "../../cache/useList.js";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { CreditNoteFilter, CreditNoteOrderField } from "../../gql/graphql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { useMay } from "../../session/viewer.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { BoundedGrid } from "../../ui/grid/BoundedGrid.js";
import type { GridColumn } from "../../ui/grid/columns/column.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { FilterLinks } from "../../ui/page/FilterLinks.js";
import { ListBar } from "../../ui/page/ListBar.js";
import { useSortParam } from "../../ui/page/useSortParam.js";
import { Money } from "../../ui/values/Money.js";
import { CreditNoteStatus } from "./CreditNoteStatus.js";
import { type CreditNote, creditNoteFragment } from "./creditNote.operations.js";

const query = graphql(`
  query CreditNotesList($id: ID!, $after: String, $filter: CreditNoteFilter, $orderBy: CreditNoteOrder) {
    customer(id: $id) {
      id
      creditNotes(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
        edges {
          node {
            id
            ...CreditNoteFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
`);

const sortFields: Record<string, CreditNoteOrderField> = {
  number: "NUMBER",
  issuedOn: "ISSUED_ON",
  total: "TOTAL",
};

const filters = {
  onAccount: { onAccount: true },
  sales: { kind: "SALES" },
  purchases: { kind: "PURCHASE" },
  cancelled: { cancelled: true },
} as const satisfies Record<string, CreditNoteFilter>;

type Chosen = keyof typeof filters;
const CHOICES = Object.keys(filters) as readonly Chosen[];

/** A customer's credit notes: what they settle, and what of them is still on account. */
export function CreditNotesList({ customerId }: { customerId: string }) {
  const t = useT();
  const mayWrite = useMay("invoices:write");
  const drawer = useDrawerParam("creditNote");
  const [search] = useSearchParams();
  const chosen = CHOICES.find((one) => one === search.get("status"));
  const filter: CreditNoteFilter | null = chosen ? filters[chosen] : null;
  const { sort, setSort, orderBy } = useSortParam(sortFields);
  const list = useList(
    query,
    { id: customerId, filter, orderBy },
    ({ customer }) => customer?.creditNotes,
  );
  const rows = list.rows.map((row) => readFragment(creditNoteFragment, row));
  const columns = useCreditNoteColumns();
  const add = mayWrite && (
    <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => drawer.open("new")}>
      {t("creditNotes.add")}
    </Button>
  );
  return (
    <>
      <ListBar actions={add} call={list.call}>
        <FilterLinks
          label={t("field.status")}
          links={[
            {
              to: paths.listFilter("creditNotes"),
              label: t("ui.all"),
              active: chosen === undefined,
            },
            ...CHOICES.map((one) => ({
              to: paths.listFilter("creditNotes", { status: one }),
              label: t(`creditNotes.filter.${one}`),
              active: chosen === one,
            })),
          ]}
        />
      </ListBar>
      {list.error ? (
        <ErrorNote error={list.error} onRetry={list.retry}>
          {t("creditNotes.failed")}
        </ErrorNote>
      ) : (
        <BoundedGrid
          label={t("creditNotes.title")}
          columns={columns}
          rows={rows}
          total={list.total}
          rowId={({ id }) => id}
          rowName={({ number }) => number}
          sort={sort}
          onSort={setSort}
          onOpen={({ id }) => drawer.open(id)}
          onNeed={list.need}
          loading={list.loading}
          empty={
            <EmptyState icon={<IconReceiptRefund size={20} />} action={chosen === undefined && add}>
              {chosen ? t("record.nothingMatches") : t("creditNotes.none")}
            </EmptyState>
          }
        />
      )}
    </>
  );
}

function useCreditNoteColumns(): GridColumn<CreditNote>[] {
  const t = useT();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "number",
        header: t("creditNotes.number"),
        width: 120,
        sortable: true,
        hideable: false,
        narrow: "title",
        cell: ({ number }) => number,
      },
      {
        id: "status",
        header: t("field.status"),
        width: 140,
        narrow: "detail",
        cell: (creditNote) => <CreditNoteStatus creditNote={creditNote} />,
      },
      {
        id: "issuedOn",
        header: t("field.issuedOn"),
        width: 110,
        sortable: true,
        narrow: "detail",
        cell: ({ issuedOn }) => format.date(issuedOn),
      },
      {
        id: "kind",
        header: t("creditNotes.kind"),
        width: 110,
        cell: ({ kind }) => t(`creditNotes.kind.${kind}`),
      },
      {
        id: "total",
        header: t("field.total"),
        width: 130,
        align: "end",
        sortable: true,
        narrow: "end",
        cell: ({ total }) => <Money value={total} />,
      },
      {
        id: "unallocated",
        header: t("creditNotes.unallocated"),
        width: 130,
        align: "end",
        cell: ({ unallocated }) => <Money value={unallocated} />,
      },
    ],
    [t, format],
  );
}

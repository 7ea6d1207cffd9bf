import { CUSTOMER_STATUSES } from "@clientela/shared/records/enums";
import { useCallback } from "react";
import { z } from "zod";
import type { ExportState_ExportFragment } from "../../../gql/graphql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { usePeople } from "../../../session/usePeople.js";
import { filterText } from "../list/filters/filterText.js";
import { activeFilters, type ListParams, nobody, readListParams } from "../list/listParams.js";
import { exportedMetrics } from "./exportedMetrics.js";
import { isExportKind } from "./exportKinds.js";

const texts = z.array(z.string()).nullish();

// The API's filter as the export stores it, whichever program started it.
const filterSchema = z
  .object({
    ids: texts,
    status: z.array(z.enum(CUSTOMER_STATUSES)).nullish(),
    ownerIds: texts,
    unowned: z.boolean().nullish(),
    tags: texts,
    city: z.string().nullish(),
    cityContains: z.string().nullish(),
    countries: texts,
    hasOverdueInvoices: z.boolean().nullish(),
    hasOverdueTasks: z.boolean().nullish(),
    hasNextStep: z.boolean().nullish(),
    isOverCreditLimit: z.boolean().nullish(),
    addressMissing: z.boolean().nullish(),
    createdFrom: z.string().nullish(),
    createdTo: z.string().nullish(),
    noActivitySince: z.string().nullish(),
  })
  .catch({});

type Filter = z.infer<typeof filterSchema>;

/** What chose the records of an export. */
export type ExportedWhat = Pick<
  ExportState_ExportFragment,
  "recordType" | "search" | "filter" | "includeArchived"
>;

function paramsOf(filter: Filter): ListParams {
  return {
    ...readListParams(new URLSearchParams(), new Set()),
    status: filter.status ?? [],
    owners: filter.ownerIds ?? (filter.unowned ? [nobody] : []),
    tags: filter.tags ?? [],
    city: filter.cityContains ?? filter.city ?? "",
    countries: filter.countries ?? [],
    overdueInvoices: filter.hasOverdueInvoices ?? false,
    overdueTasks: filter.hasOverdueTasks ?? false,
    noNextStep: filter.hasNextStep === false,
    overCreditLimit: filter.isOverCreditLimit ?? false,
    addressMissing: filter.addressMissing ?? false,
    createdFrom: filter.createdFrom ?? "",
    createdTo: filter.createdTo ?? "",
    idleSince: filter.noActivitySince ?? "",
  };
}

/** Describes which records an export contains: their kind, the search and every filter. */
export function useExportedWhat(exports: readonly ExportedWhat[]): (what: ExportedWhat) => string {
  const t = useT();
  const format = useFormat();
  const people = usePeople({
    skip: !exports.some(({ filter }) => filterSchema.parse(filter ?? {}).ownerIds?.length),
  });
  return useCallback(
    ({ recordType, search, filter, includeArchived }) => {
      const parsed = filterSchema.parse(filter ?? {});
      const listParams = { ...paramsOf(parsed), metrics: exportedMetrics(filter) };
      const filters = activeFilters(listParams).map((name) => {
        const value = filterText(name, listParams, { t, format, people });
        const label = t(`customers.filter.${name}`);
        return value ? `${label}: ${value}` : label;
      });
      const facts = [isExportKind(recordType) ? t(`exports.kind.${recordType}`) : recordType];
      if (parsed.ids) facts.push(t("exports.receipt.selection", { count: parsed.ids.length }));
      else if (includeArchived) facts.push(t("exports.part.everything"));
      else if (!search && filters.length === 0) facts.push(t("exports.receipt.notArchived"));
      if (search) facts.push(t("exports.receipt.search", { search }));
      return [...facts, ...filters].join(" · ");
    },
    [t, format, people],
  );
}

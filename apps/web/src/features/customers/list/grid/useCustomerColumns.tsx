import { useMediaQuery } from "@mantine/hooks";
import { useMemo } from "react";
import { currentLanguage } from "../../../../i18n/i18n.js";
import { useFormat } from "../../../../i18n/useFormat.js";
import { useT } from "../../../../i18n/useT.js";
import { useViewer } from "../../../../session/viewer.js";
import type { GridColumn } from "../../../../ui/grid/columns/column.js";
import type { CustomerRow } from "../customerRows.js";
import { mayShow } from "../mayShow.js";
import { ageingColumns } from "./ageingColumns.js";
import {
  detailColumns,
  identityColumns,
  owedColumns,
  placeColumns,
  workColumns,
} from "./customerColumns.js";

/**
 * The columns of the list of customers; the first one is the name. What a customer owes comes before what describes it, so
 * that windows which are too narrow for all of them show it without being scrolled sideways.
 * @param sumCurrency in which amounts are sorted; "" for the organisation's
 */
export function useCustomerColumns(sumCurrency = ""): readonly GridColumn<CustomerRow>[] {
  const t = useT();
  const format = useFormat();
  const language = currentLanguage();
  const viewer = useViewer();
  const { permissions } = viewer;
  const currency = sumCurrency || viewer.currency;
  // From this width on, all columns that are shown by default fit.
  const allFit = useMediaQuery("(min-width: 1600px)", true, { getInitialValueInEffect: false });
  return useMemo(() => {
    const context = { t, format, language, currency, allFit };
    return [
      ...identityColumns(context),
      ...owedColumns(context),
      ...placeColumns(context),
      ...workColumns(context),
      ...ageingColumns(context),
      ...detailColumns(context),
    ].filter(({ id }) => mayShow(id, permissions));
  }, [t, format, language, permissions, currency, allFit]);
}

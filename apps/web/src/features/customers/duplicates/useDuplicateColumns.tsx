import { useCallbackRef } from "@mantine/hooks";
import { IconArrowMerge, IconArrowsSplit } from "@tabler/icons-react";
import { useMemo } from "react";
import { Link } from "react-router";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import type { GridColumn } from "../../../ui/grid/columns/column.js";
import { RowMenu } from "../../../ui/overlays/RowMenu.js";
import classes from "./DuplicatesPage.module.css";
import type { DuplicateRow } from "./duplicatePairs.js";

/** What can be done with a pair. */
interface PairActions {
  merge: (row: DuplicateRow) => void;
  tellApart: (row: DuplicateRow) => void;
}

function Side({ customer }: { customer: DuplicateRow["customers"][number] | undefined }) {
  if (!customer) return null;
  const { id, number, legalName, taxId, address } = customer;
  return (
    <span className={classes.side}>
      <Link to={paths.customer(id)}>{legalName}</Link>
      <span className={classes.facts}>
        {[number, taxId?.formatted, address?.city].filter(Boolean).join(" · ")}
      </span>
    </span>
  );
}

/** The columns of possible duplicates; without actions for people who may not write. */
export function useDuplicateColumns(actions: PairActions | null): GridColumn<DuplicateRow>[] {
  const t = useT();
  const format = useFormat();
  const may = actions !== null;
  // The columns are not built anew for actions that are new functions each time.
  const onMerge = useCallbackRef(actions?.merge);
  const onTellApart = useCallbackRef(actions?.tellApart);
  return useMemo((): GridColumn<DuplicateRow>[] => {
    const menu: GridColumn<DuplicateRow> = {
      id: "menu",
      header: "",
      width: 44,
      hideable: false,
      narrow: "end",
      cell: (row) => (
        <RowMenu
          label={t("ui.moreFor", {
            name: row.customers.map(({ legalName }) => legalName).join(" = "),
          })}
          actions={[
            {
              label: t("customers.merge"),
              icon: <IconArrowMerge size={15} />,
              onClick: () => onMerge(row),
            },
            {
              label: t("duplicates.tellApart"),
              icon: <IconArrowsSplit size={15} />,
              onClick: () => onTellApart(row),
            },
          ]}
        />
      ),
    };
    return [
      {
        id: "one",
        header: t("duplicates.one"),
        width: 260,
        hideable: false,
        narrow: "title",
        cell: ({ customers }) => <Side customer={customers[0]} />,
      },
      {
        id: "other",
        header: t("duplicates.other"),
        width: 370,
        narrow: "detail",
        cell: ({ customers }) => <Side customer={customers[1]} />,
      },
      {
        id: "reasons",
        header: t("duplicates.reasons"),
        width: 270,
        narrow: "detail",
        cell: ({ reasons }) => reasons.map((one) => t(`duplicates.reason.${one}`)).join(", "),
      },
      {
        id: "score",
        header: t("duplicates.score"),
        width: 100,
        align: "end",
        cell: ({ score }) => format.percent(score),
      },
      ...(may ? [menu] : []),
    ];
  }, [t, format, may, onMerge, onTellApart]);
}

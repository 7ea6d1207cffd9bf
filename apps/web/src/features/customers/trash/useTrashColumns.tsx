import { Button } from "@mantine/core";
import { useMemo } from "react";
import { Link } from "react-router";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import type { GridColumn } from "../../../ui/grid/columns/column.js";
import type { DeletedCustomer } from "./deletedCustomers.js";

/** The columns of the trash. */
export function useTrashColumns(
  restore: (customer: DeletedCustomer) => void,
): GridColumn<DeletedCustomer>[] {
  const t = useT();
  const format = useFormat();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the action is a new one each time.
  return useMemo(
    (): GridColumn<DeletedCustomer>[] => [
      {
        id: "name",
        header: t("field.legalName"),
        width: 300,
        hideable: false,
        narrow: "title",
        cell: ({ id, legalName }) => <Link to={paths.customer(id)}>{legalName}</Link>,
      },
      { id: "number", header: t("field.number"), width: 110, cell: ({ number }) => number },
      {
        id: "taxId",
        header: t("field.taxId"),
        width: 180,
        narrow: "detail",
        cell: ({ taxId }) => taxId?.formatted ?? "",
      },
      { id: "city", header: t("field.city"), width: 180, cell: ({ address }) => address?.city },
      {
        id: "deleted",
        header: t("trash.deletedAt"),
        width: 180,
        narrow: "detail",
        cell: ({ deletedAt }) => deletedAt && format.dateTime(deletedAt),
      },
      {
        id: "restore",
        header: "",
        width: 130,
        hideable: false,
        narrow: "end",
        cell: (customer) => (
          <Button size="compact-sm" variant="default" onClick={() => restore(customer)}>
            {t("trash.restore")}
          </Button>
        ),
      },
    ],
    [t, format],
  );
}

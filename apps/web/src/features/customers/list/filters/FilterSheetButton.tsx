import { Button } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { useT } from "../../../../i18n/useT.js";
import { activeFilters, type ListParams } from "../listParams.js";

interface FilterSheetButtonProps {
  listParams: ListParams;
  /** Whether it was pressed and the sheet's code is still coming. */
  busy?: boolean;
  onOpen: () => void;
}

/** Opens the filters on a phone, and shows how many are active. */
export function FilterSheetButton({ listParams, busy, onOpen }: FilterSheetButtonProps) {
  const t = useT();
  const count = activeFilters(listParams).length;
  return (
    <Button
      variant="default"
      leftSection={<IconFilter size={16} stroke={1.6} />}
      aria-busy={busy}
      onClick={onOpen}
    >
      {count > 0 ? t("customers.filterCount", { count }) : t("customers.filter")}
    </Button>
  );
}

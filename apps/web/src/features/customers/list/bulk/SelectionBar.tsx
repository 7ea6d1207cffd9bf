import { Button } from "@mantine/core";
import {
  IconArchive,
  IconArchiveOff,
  IconArrowsJoin2,
  IconCopy,
  IconDownload,
  IconFlag,
  IconTag,
  IconTrash,
  IconUser,
} from "@tabler/icons-react";
import { useState } from "react";
import { useFormat } from "../../../../i18n/useFormat.js";
import { useT } from "../../../../i18n/useT.js";
import type { RowsState } from "../../../../keyset/KeysetRows.js";
import type { Chosen } from "../../../../keyset/useChosen.js";
import { type RowAction, RowMenu } from "../../../../ui/overlays/RowMenu.js";
import { FloatingAct, FloatingBar } from "../../../../ui/page/FloatingBar.js";
import { showToast } from "../../../../ui/toasts/toasts.js";
import { mostMerged } from "../../merge/mostMerged.js";
import type { CustomerRow } from "../customerRows.js";
import { customersAsTable } from "../grid/customersAsTable.js";
import type { BulkField } from "./BulkDialog.js";

interface SelectionBarProps {
  chosen: Chosen<CustomerRow>;
  /** How many customers the list has. */
  shown: Pick<RowsState<CustomerRow>, "total" | "isEstimate">;
  /** Counts them where that is an estimate; resolves to whether it is known then. */
  onCount: () => Promise<boolean>;
  /** Whether they are archived. */
  archived: boolean;
  /** What the viewer may do; left out where they may not. */
  onExport: (() => void) | undefined;
  onEdit: ((field: BulkField) => void) | undefined;
  onArchive: (() => void) | undefined;
  onDelete: (() => void) | undefined;
  onMerge: (() => void) | undefined;
}

/** What can be done with the chosen rows; it rises when there are any. */
export default function SelectionBar(props: SelectionBarProps) {
  const { chosen, shown, onCount, archived, onExport, onEdit, onArchive } = props;
  const { all, count } = chosen;
  const { total, isEstimate } = shown;
  const t = useT();
  const { number } = useFormat();
  const [counting, setCounting] = useState(false);

  // What is done to all of them is confirmed with their number.
  async function chooseAll() {
    if (!isEstimate) return chosen.chooseAll();
    setCounting(true);
    if (await onCount()) chosen.chooseAll();
    setCounting(false);
  }

  return (
    <FloatingBar
      label={t("customers.selection")}
      said={
        all
          ? t("customers.allSelected", { count, shown: number(count) })
          : t("customers.selected", { count })
      }
      clearLabel={t("customers.clearSelection")}
      onClear={chosen.clear}
      group={t("shell.customers")}
    >
      {onEdit && !all && total > count && (
        <Button
          variant="light"
          size="compact-sm"
          loading={counting}
          onClick={() => void chooseAll()}
        >
          {t("customers.selectAll", {
            count: total,
            shown: isEstimate ? t("customers.about", { shown: number(total) }) : number(total),
          })}
        </Button>
      )}
      {onEdit && (
        <>
          <FloatingAct icon={<IconUser size={14} />} onClick={() => onEdit("owner")}>
            {t("field.ownerId")}
          </FloatingAct>
          <FloatingAct icon={<IconTag size={14} />} onClick={() => onEdit("tags")}>
            {t("field.tags")}
          </FloatingAct>
          {!archived && (
            <FloatingAct icon={<IconFlag size={14} />} onClick={() => onEdit("status")}>
              {t("field.status")}
            </FloatingAct>
          )}
        </>
      )}
      {onArchive && !all && (
        <FloatingAct
          icon={archived ? <IconArchiveOff size={14} /> : <IconArchive size={14} />}
          onClick={onArchive}
        >
          {archived ? t("customers.restore") : t("customers.archive")}
        </FloatingAct>
      )}
      {onExport && (
        <FloatingAct icon={<IconDownload size={14} />} onClick={onExport}>
          {t("customers.export")}
        </FloatingAct>
      )}
      <RowMenu label={t("customers.moreForSelection")} actions={useMoreActions(props)} />
    </FloatingBar>
  );
}

/** What is done to few: copying, merging and deleting the rows. */
function useMoreActions({ chosen, onDelete, onMerge }: SelectionBarProps): RowAction[] {
  const { all, count, rows } = chosen;
  const t = useT();
  const more: RowAction[] = [];
  if (!all) {
    more.push({
      label: t("customers.copyRows"),
      icon: <IconCopy size={16} />,
      onClick: async () => {
        await navigator.clipboard.writeText(customersAsTable(rows));
        showToast({ message: t("customers.rowsCopied", { count: rows.length }) });
      },
    });
    if (onMerge && count > 1) {
      more.push({
        label: t("customers.merge"),
        icon: <IconArrowsJoin2 size={16} />,
        onClick: onMerge,
        disabled: count > mostMerged,
      });
    }
    if (onDelete) {
      more.push({
        label: t("ui.delete"),
        icon: <IconTrash size={16} />,
        onClick: onDelete,
        destructive: true,
      });
    }
  }
  return more;
}

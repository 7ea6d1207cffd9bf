import { Button } from "@mantine/core";
import {
  IconRowInsertBottom,
  IconRowRemove,
  IconUserCheck,
  IconUserPlus,
} from "@tabler/icons-react";
import type { ImportRowFilter } from "../../../../gql/graphql.js";
import { useT } from "../../../../i18n/useT.js";
import type { Chosen } from "../../../../keyset/useChosen.js";
import { FloatingAct, FloatingBar } from "../../../../ui/page/FloatingBar.js";
import { useSheet } from "../../useSheet.js";
import type { Decide } from "../useDeciding.js";
import type { Leaving } from "../useLeaving.js";
import type { ImportRow } from "./importRows.js";

interface RowSelectionBarProps {
  chosen: Chosen<ImportRow>;
  /** The number of rows of the list, and its filter. */
  total: number;
  filter: ImportRowFilter;
  leaving: Leaving;
  /** How undecided rows are decided. */
  decide: Decide | undefined;
  /** Puts the focus where it was among the rows, once the bar is gone. */
  onDone: () => void;
}

/** The actions on selected rows of a plan: decide which record they are, skip them, or include them again. */
export function RowSelectionBar({
  chosen,
  total,
  filter,
  leaving,
  decide,
  onDone,
}: RowSelectionBarProps) {
  const isPayments = useSheet().schema.recordType === "PAYMENT";
  const t = useT();
  const { all, count, rows } = chosen;
  const which = all ? { filter } : { lines: rows.map(({ line }) => line) };
  const isOut = ({ class: of }: ImportRow) => of === "SKIPPED";
  const only = filter.class?.every((one) => one === "SKIPPED") ?? false;

  const isUndecided = ({ class: of }: ImportRow) => of === "UNDECIDED";
  const mayDecide = all ? (filter.class?.includes("UNDECIDED") ?? true) : rows.some(isUndecided);

  async function run(done: Promise<boolean>) {
    if (!(await done)) return;
    chosen.clear();
    onDone();
  }

  return (
    <FloatingBar
      label={t("import.selection")}
      said={t(all ? "import.allSelected" : "import.selected", { count })}
      clearLabel={t("import.clearSelection")}
      onClear={chosen.clear}
      group={t("import.title")}
    >
      {!all && total > count && (
        <Button variant="light" size="compact-sm" onClick={chosen.chooseAll}>
          {t("import.selectAll", { count: total })}
        </Button>
      )}
      {decide && mayDecide && (
        <>
          <FloatingAct
            icon={<IconUserCheck size={14} />}
            onClick={() => void run(decide(which, { decision: "UPDATE" }))}
          >
            {t(isPayments ? "import.payment.chooseAll" : "import.decideUpdateAll")}
          </FloatingAct>
          {!isPayments && (
            <FloatingAct
              icon={<IconUserPlus size={14} />}
              onClick={() => void run(decide(which, { decision: "CREATE" }))}
            >
              {t("import.decideCreateAll")}
            </FloatingAct>
          )}
        </>
      )}
      {(all ? !only : !rows.every(isOut)) && (
        <FloatingAct
          icon={<IconRowRemove size={14} />}
          onClick={() => void run(leaving.leaveOut(which))}
        >
          {t("import.leaveOut")}
        </FloatingAct>
      )}
      {(all ? only || !filter.class : rows.some(isOut)) && (
        <FloatingAct
          icon={<IconRowInsertBottom size={14} />}
          onClick={() => void run(leaving.takeIn(which))}
        >
          {t("import.takeIn")}
        </FloatingAct>
      )}
    </FloatingBar>
  );
}

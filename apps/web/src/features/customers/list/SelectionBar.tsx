import { Button } from "@mantine/core";
import { IconArchive, IconArchiveOff, IconCopy, IconDownload, IconX } from "@tabler/icons-react";
import { useT } from "../../../i18n/useT.js";
import { useShortcut } from "../../../ui/shortcuts/useShortcut.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import type { CustomerRow } from "./customerRows.js";
import classes from "./SelectionBar.module.css";

interface SelectionBarProps {
  rows: readonly CustomerRow[];
  /** Left out where the viewer may not export. */
  onExport: (() => void) | undefined;
  /** Archives them, or takes them out of the archive; left out where the viewer may not. */
  onArchive: (() => void) | undefined;
  /** Whether they are archived. */
  archived: boolean;
  onClear: () => void;
}

/** What can be done with the chosen rows; it rises when there are any. */
export function SelectionBar(props: SelectionBarProps) {
  const { rows, onExport, onArchive, archived, onClear } = props;
  const t = useT();
  useShortcut("escape", onClear, {
    label: t("customers.clearSelection"),
    group: t("shell.customers"),
  });
  return (
    <section className={classes.bar} aria-label={t("customers.selection")}>
      <span className={classes.count} role="status">
        {t("customers.selected", { count: rows.length })}
      </span>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconCopy size={14} />}
        onClick={async () => {
          await navigator.clipboard.writeText(asTable(rows));
          showToast({ message: t("customers.rowsCopied", { count: rows.length }) });
        }}
      >
        {t("customers.copyRows")}
      </Button>
      {onArchive && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={archived ? <IconArchiveOff size={14} /> : <IconArchive size={14} />}
          onClick={onArchive}
        >
          {archived ? t("customers.restore") : t("customers.archive")}
        </Button>
      )}
      {onExport && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconDownload size={14} />}
          onClick={onExport}
        >
          {t("customers.export")}
        </Button>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconX size={14} />}
        onClick={onClear}
      >
        {t("customers.clearSelection")}
      </Button>
    </section>
  );
}

// Tabs and line ends would begin another cell where the rows are pasted.
function asTable(rows: readonly CustomerRow[]): string {
  return rows
    .map(({ number, legalName, taxId, email, phone, address }) =>
      [number, legalName, taxId?.formatted, email, phone, address?.city, address?.country]
        .map((cell) => (cell ?? "").replace(/\s+/g, " "))
        .join("\t"),
    )
    .join("\n");
}

import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { CopyButton } from "../../../ui/CopyButton.js";
import classes from "./ExportReceipt.module.css";
import type { ExportState } from "./useExport.js";

interface ExportReceiptProps {
  done: ExportState;
  /** Which records were asked for, in words. */
  what: string;
}

/** What an export came to: its file, its rows, what they were chosen by, and the file's SHA-256. */
export function ExportReceipt({ done, what }: ExportReceiptProps) {
  const t = useT();
  const { number } = useFormat();
  return (
    <div className={classes.receipt}>
      <p className={classes.ready}>{t("exports.done")}</p>
      <dl className={classes.facts}>
        <dt>{t("exports.receipt.file")}</dt>
        <dd>{done.fileName}</dd>
        <dt>{t("exports.receipt.rows")}</dt>
        <dd>{number(done.rows)}</dd>
        <dt>{t("exports.receipt.what")}</dt>
        <dd>{what}</dd>
        {done.sha256 && (
          <>
            <dt>{t("exports.receipt.sha256")}</dt>
            <dd className={classes.sum}>
              <code>{done.sha256}</code>
              <CopyButton value={done.sha256} label={t("exports.copyChecksum")} />
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}

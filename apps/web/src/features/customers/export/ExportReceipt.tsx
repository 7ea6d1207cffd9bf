import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { CopyButton } from "../../../ui/feedback/CopyButton.js";
import classes from "./ExportReceipt.module.css";
import type { ExportState } from "./useExport.js";
import { useExportedWhat } from "./useExportedWhat.js";

/** What an export came to: its file, its rows, what they were chosen by, and the file's SHA-256. */
export function ExportReceipt({ done }: { done: ExportState }) {
  const t = useT();
  const sayWhat = useExportedWhat([done]);
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
        <dd>{sayWhat(done)}</dd>
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

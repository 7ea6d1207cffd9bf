import { SHEET_RECORD_TYPES, sheets } from "@clientela/shared/sheetRegister";
import { Button, Progress, UnstyledButton } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { IconFileSpreadsheet, IconUpload } from "@tabler/icons-react";
import { useEffect, useEffectEvent, useRef } from "react";
import { useSearchParams } from "react-router";
import { currentLanguage } from "../../../i18n/i18n.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { useViewer } from "../../../session/viewer.js";
import { useOnline } from "../../../ui/feedback/useOnline.js";
import { SelectField } from "../../../ui/fields/SelectField.js";
import { StepBody } from "../frame/StepBody.js";
import { templateFields } from "../sheets.js";
import { pastedFile } from "./pastedFile.js";
import { templateText } from "./templateFile.js";
import { UploadNote } from "./UploadNote.js";
import classes from "./UploadStep.module.css";
import { useUpload } from "./useUpload.js";

/** Takes a file: dropped, chosen, or cells that were copied from a spreadsheet. */
export function UploadStep() {
  const t = useT();
  const { permissions } = useViewer();
  const [search, setSearch] = useSearchParams();
  const allowed = SHEET_RECORD_TYPES.filter((one) => permissions.has(`${sheets[one].noun}:write`));
  const kind = allowed.find((one) => one === search.get("kind")) ?? allowed[0] ?? "CUSTOMER";
  const { file, share, failure, start, cancel } = useUpload(kind);

  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const typing = event.target instanceof HTMLInputElement && !event.target.readOnly;
    if (file || !event.clipboardData || typing) return;
    const pasted = pastedFile(event.clipboardData, t("import.pastedName"));
    if (pasted) start(pasted);
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => onPaste(event);
    document.addEventListener("paste", listen);
    return () => document.removeEventListener("paste", listen);
  }, []);

  const template = `data:text/csv;charset=utf-8,${encodeURIComponent(templateText(templateFields(sheets[kind]), currentLanguage()))}`;

  return (
    <StepBody>
      <div className={classes.column}>
        {allowed.length > 1 && (
          <SelectField
            label={t("import.kindAsk")}
            description={kind === "CUSTOMER" ? undefined : t("import.kindHint")}
            inputWrapperOrder={["label", "input", "description"]}
            className={classes.kind}
            searchable={false}
            disabled={file !== undefined}
            data={allowed.map((one) => ({ value: one, label: t(`import.kind.${one}`) }))}
            value={kind}
            onChange={(value) => value !== null && setSearch({ kind: value }, { replace: true })}
          />
        )}
        {failure !== undefined && <UploadNote failure={failure} />}
        {file ? (
          <Sending name={file.name} share={share} onCancel={cancel} />
        ) : (
          <Drop onFile={start} />
        )}
        <div className={classes.hints}>
          <p>{t("import.formats")}</p>
          <p>
            {t("import.templateWhy")}{" "}
            <a
              href={template}
              download={t("import.templateName", { kind: t(`import.kind.${kind}`) })}
            >
              {t("import.template")}
            </a>
          </p>
        </div>
      </div>
    </StepBody>
  );
}

interface SendingProps {
  name: string;
  /** How much of it was sent, from 0 to 1. */
  share: number;
  onCancel: () => void;
}

/** The file on its way. */
function Sending({ name, share, onCancel }: SendingProps) {
  const t = useT();
  const format = useFormat();
  return (
    <div className={classes.sending} role="status">
      <IconFileSpreadsheet size={24} stroke={1.4} aria-hidden="true" />
      <div className={classes.sendingBody}>
        <div className={classes.sendingLine}>
          <span className={classes.fileName}>{name}</span>
          <span className={classes.share}>{format.percent(share)}</span>
        </div>
        <Progress size={6} value={share * 100} aria-label={t("import.uploading", { name: name })} />
      </div>
      <Button variant="default" size="xs" onClick={onCancel}>
        {t("ui.cancel")}
      </Button>
    </div>
  );
}

/** Where a file is dropped or chosen. */
function Drop({ onFile }: { onFile: (file: File) => void }) {
  const t = useT();
  const online = useOnline();
  const openChooser = useRef<() => void>(null);
  return (
    <Dropzone
      multiple={false}
      disabled={!online}
      className={classes.drop}
      // The button inside is what keyboards and screen readers use.
      activateOnKeyboard={false}
      enablePointerEvents
      openRef={openChooser}
      inputProps={{ "aria-label": t("import.choose"), "aria-hidden": true }}
      onDrop={([dropped]) => dropped && onFile(dropped)}
    >
      <div className={classes.invitation}>
        <span className={classes.icon} aria-hidden="true">
          <IconUpload size={22} stroke={1.6} />
        </span>
        <span className={classes.what}>{t("import.drop")}</span>
        <UnstyledButton
          className={classes.button}
          disabled={!online}
          onClick={(event) => {
            event.stopPropagation();
            openChooser.current?.();
          }}
        >
          {t("import.choose")}
        </UnstyledButton>
        <span className={classes.paste}>{t("import.orPaste")}</span>
      </div>
    </Dropzone>
  );
}

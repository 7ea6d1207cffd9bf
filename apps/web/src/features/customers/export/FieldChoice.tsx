import type { SheetRecordType } from "@clientela/shared/sheetRegister";
import { Button, Checkbox } from "@mantine/core";
import { currentLanguage } from "../../../i18n/i18n.js";
import { useT } from "../../../i18n/useT.js";
import { fieldName, fieldsOfKind } from "./exportKinds.js";
import classes from "./FieldChoice.module.css";

interface FieldChoiceProps {
  recordType: SheetRecordType;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Which fields are columns of the file; they keep the order of the sheet. */
export function FieldChoice({ recordType, chosen, onChange }: FieldChoiceProps) {
  const t = useT();
  const fields = fieldsOfKind(recordType);
  const inOrder = (wanted: readonly string[]) => fields.filter((field) => wanted.includes(field));
  return (
    <div className={classes.choice}>
      <div className={classes.buttons}>
        <Button size="compact-xs" variant="default" onClick={() => onChange(fields)}>
          {t("exports.everyField")}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => onChange([])}>
          {t("exports.noField")}
        </Button>
      </div>
      <Checkbox.Group
        aria-label={t("exports.extent.chosen")}
        value={[...chosen]}
        onChange={(wanted) => onChange(inOrder(wanted))}
      >
        <div className={classes.fields}>
          {fields.map((field) => (
            <Checkbox
              key={field}
              size="xs"
              value={field}
              label={fieldName(recordType, field, currentLanguage())}
            />
          ))}
        </div>
      </Checkbox.Group>
    </div>
  );
}

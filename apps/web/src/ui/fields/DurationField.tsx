import { readDuration, writeDuration } from "../../i18n/duration.js";
import { currentLanguage } from "../../i18n/i18n.js";
import { useT } from "../../i18n/useT.js";
import { TypedField } from "./TypedField.js";

type TypedFieldProps = Parameters<typeof TypedField>[0];

/** A time as people type it: "2h30", "1:30", "1,5"; the text is read with `readDuration`. */
export function DurationField(props: Omit<TypedFieldProps, "understand" | "unreadable">) {
  const t = useT();
  const language = currentLanguage();
  return (
    <TypedField
      placeholder="1:30"
      understand={(text) => {
        const minutes = readDuration(text, language);
        return minutes === null ? null : writeDuration(minutes, language);
      }}
      unreadable={t("ui.notADuration")}
      {...props}
    />
  );
}

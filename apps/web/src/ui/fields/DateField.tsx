import { DateInput, type DateInputProps, DatesProvider } from "@mantine/dates";
import "@mantine/dates/styles.layer.css";
import dayjs from "dayjs";
import customParseFormat from "dayjs/plugin/customParseFormat.js";
import "dayjs/locale/pt.js";
import "dayjs/locale/pt-br.js";
import { currentLanguage } from "../../i18n/i18n.js";
import type { Language } from "../../i18n/language.js";
import { useT } from "../../i18n/useT.js";
import { FieldLabel } from "./FieldLabel.js";
import type { FieldProps } from "./TextField.js";

dayjs.extend(customParseFormat);

const conventions: Record<Language, { locale: string; format: string; firstDay: 0 | 1 }> = {
  "pt-BR": { locale: "pt-br", format: "DD/MM/YYYY", firstDay: 0 },
  "pt-PT": { locale: "pt", format: "DD/MM/YYYY", firstDay: 1 },
  en: { locale: "en", format: "MM/DD/YYYY", firstDay: 0 },
};

/** A calendar date as `2026-11-24`, typed or picked; written as the language writes dates. */
export function DateField({
  label,
  optional,
  error,
  ...rest
}: Omit<DateInputProps, "label" | "error"> & FieldProps) {
  const t = useT();
  const { locale, format, firstDay } = conventions[currentLanguage()];
  return (
    <DatesProvider settings={{ locale, firstDayOfWeek: firstDay }}>
      <DateInput
        label={<FieldLabel label={label} optional={optional} />}
        error={error}
        valueFormat={format}
        dateParser={(text) => readDate(text, format)}
        clearable={optional}
        clearButtonProps={{ "aria-label": t("ui.clear") }}
        previousLabel={t("ui.previousMonth")}
        nextLabel={t("ui.nextMonth")}
        placeholder={format.toLowerCase()}
        popoverProps={{ shadow: "none", transitionProps: { duration: 80 } }}
        {...rest}
      />
    </DatesProvider>
  );
}

function readDate(text: string, format: string): string | null {
  const forms = [format, format.replace("YYYY", "YY"), format.replaceAll("/", ""), "YYYY-MM-DD"];
  for (const form of forms) {
    const date = dayjs(text.trim(), form, true);
    if (date.isValid()) return date.format("YYYY-MM-DD");
  }
  return null;
}

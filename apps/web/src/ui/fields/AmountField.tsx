import { readDecimal, writeDecimal } from "../../i18n/decimal.js";
import { currentLanguage } from "../../i18n/i18n.js";
import { useT } from "../../i18n/useT.js";
import { TypedField } from "./TypedField.js";

type TypedFieldProps = Parameters<typeof TypedField>[0];

/** An amount as people type it: "1.234,56", "10k"; the text is read with `readDecimal`. */
export function AmountField({
  places = 0,
  ...rest
}: Omit<TypedFieldProps, "understand" | "unreadable"> & {
  /** How many decimals are shown at least: those of the currency. */
  places?: number;
}) {
  const t = useT();
  const language = currentLanguage();
  return (
    <TypedField
      inputMode="decimal"
      understand={(text) => {
        const decimal = readDecimal(text, language);
        return decimal === null ? null : writeDecimal(decimal, language, places);
      }}
      unreadable={t("ui.notANumber", { example: writeDecimal("1234.56", language) })}
      {...rest}
    />
  );
}

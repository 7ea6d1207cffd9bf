import { CURRENCIES, minorUnits } from "@clientela/shared/values/currencies";
import { Button, CloseButton, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { readDecimal, writeDecimal } from "../../../../i18n/decimal.js";
import { currentLanguage } from "../../../../i18n/i18n.js";
import { useT } from "../../../../i18n/useT.js";
import { useViewer } from "../../../../session/viewer.js";
import { AmountField } from "../../../../ui/fields/AmountField.js";
import { type Figure, type FigureRange, figures, unitOf } from "../figures.js";
import type { ListParams } from "../listParams.js";
import { mayShow } from "../mayShow.js";
import { FilterDate } from "../RangeChoice.js";
import classes from "./FilterBar.module.css";

interface FiguresFilterProps {
  question: ListParams;
  onAsk: (question: ListParams) => void;
  autoFocus?: boolean | undefined;
}

/** Ranges of figures, such as what customers owe: as many as one likes, each of another figure. */
export function FiguresFilter({ question, onAsk, autoFocus }: FiguresFilterProps) {
  const t = useT();
  const viewer = useViewer();
  const offered = figures.filter((figure) => mayShow(figure, viewer.permissions));
  const [first] = offered;
  // One to begin with, which is in the URL once it has an end.
  const [begun, setBegun] = useState<Figure | null>(null);
  const ranges = question.figures;
  const shown: FigureRange[] =
    begun || ranges.length > 0 || !first
      ? [...ranges, ...(begun ? [{ figure: begun, from: "", to: "" }] : [])]
      : [{ figure: first, from: "", to: "" }];
  const used = new Set(shown.map(({ figure }) => figure));
  const next = offered.find((figure) => !used.has(figure));
  const currency = question.currency || viewer.currency;

  function change(index: number, range: FigureRange) {
    const changed = shown.map((one, at) => (at === index ? range : one));
    const isSet = ({ from, to }: FigureRange) => from !== "" || to !== "";
    setBegun(changed.find((one) => !isSet(one))?.figure ?? null);
    onAsk({ ...question, figures: changed.filter(isSet) });
  }

  function remove(index: number) {
    const left = shown.filter((_, at) => at !== index);
    setBegun(null);
    onAsk({ ...question, figures: left.filter(({ from, to }) => from !== "" || to !== "") });
  }

  return (
    <fieldset className={classes.choices}>
      <legend className={classes.legend}>{t("customers.filter.figures")}</legend>
      {shown.map((range, index) => (
        <div key={range.figure} className={classes.figure}>
          <div className={classes.figureHead}>
            <NativeSelect
              aria-label={t("customers.filter.figure")}
              data-autofocus={(autoFocus && index === 0) || undefined}
              data={offered
                .filter((figure) => figure === range.figure || !used.has(figure))
                .map((value) => ({ value, label: t(`customers.column.${value}`) }))}
              value={range.figure}
              onChange={(event) => {
                const figure = offered.find((one) => one === event.currentTarget.value);
                if (figure) change(index, { figure, from: "", to: "" });
              }}
            />
            {shown.length > 1 && (
              <CloseButton
                aria-label={t("customers.filter.remove", {
                  filter: t(`customers.column.${range.figure}`),
                })}
                onClick={() => remove(index)}
              />
            )}
          </div>
          <div className={classes.figureEnds}>
            <End
              label={t("customers.filter.atLeast")}
              range={range}
              value={range.from}
              currency={currency}
              onChange={(from) => change(index, { ...range, from })}
            />
            <End
              label={t("customers.filter.atMost")}
              range={range}
              value={range.to}
              currency={currency}
              onChange={(to) => change(index, { ...range, to })}
            />
          </div>
        </div>
      ))}
      {shown.some(({ figure }) => unitOf(figure) === "amount") && (
        <NativeSelect
          label={t("field.currency")}
          data={[...CURRENCIES]}
          value={currency}
          onChange={({ currentTarget: { value } }) =>
            onAsk({ ...question, currency: value === viewer.currency ? "" : value })
          }
        />
      )}
      {next && begun === null && ranges.length > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setBegun(next)}>
          {t("customers.filter.addFigure")}
        </Button>
      )}
    </fieldset>
  );
}

interface EndProps {
  label: string;
  range: FigureRange;
  value: string;
  currency: string;
  onChange: (value: string) => void;
}

function End({ label, range: { figure }, value, currency, onChange }: EndProps) {
  const unit = unitOf(figure);
  const language = currentLanguage();
  const shownAs = (end: string) => {
    if (end === "") return "";
    if (unit === "hours") return writeDecimal(String(Number(end) / 60), language, 0);
    return writeDecimal(end, language, unit === "amount" ? minorUnits(currency) : 0);
  };
  const [typed, setTyped] = useState(shownAs(value));
  if (unit === "day") return <FilterDate label={label} value={value} onChange={onChange} />;
  return (
    <AmountField
      label={label}
      value={typed}
      onChange={setTyped}
      onBlur={() => {
        const decimal = typed.trim() === "" ? "" : readDecimal(typed, language);
        if (decimal === null) return;
        const end = decimal === "" ? "" : endOf(unit, decimal);
        if (end !== value) onChange(end);
      }}
    />
  );
}

// Hours are kept as minutes; what is counted has no decimals.
function endOf(unit: ReturnType<typeof unitOf>, decimal: string): string {
  if (unit === "amount") return decimal;
  return String(Math.round(Number(decimal) * (unit === "hours" ? 60 : 1)));
}

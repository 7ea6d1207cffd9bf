import { CURRENCIES, minorUnits } from "@clientela/shared/values/currencies";
import { Button, CloseButton, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { readDecimal, writeDecimal } from "../../../../i18n/decimal.js";
import { currentLanguage } from "../../../../i18n/i18n.js";
import { useT } from "../../../../i18n/useT.js";
import { useViewer } from "../../../../session/viewer.js";
import { AmountField } from "../../../../ui/fields/AmountField.js";
import type { ListParams } from "../listParams.js";
import { mayShow } from "../mayShow.js";
import { FilterDate } from "../RangeChoice.js";
import classes from "./FilterBar.module.css";
import { type Metric, type MetricRange, metrics, unitOf } from "./metricRanges.js";

interface MetricsFilterProps {
  listParams: ListParams;
  onParams: (listParams: ListParams) => void;
  autoFocus?: boolean | undefined;
}

/** Ranges of metrics, such as what customers owe: as many as one likes, each of another metric. */
export function MetricsFilter({ listParams, onParams, autoFocus }: MetricsFilterProps) {
  const t = useT();
  const viewer = useViewer();
  const offered = metrics.filter((metric) => mayShow(metric, viewer.permissions));
  const [first] = offered;
  // One to begin with, which is in the URL once it has an end.
  const [begun, setBegun] = useState<Metric | null>(null);
  const ranges = listParams.metrics;
  const shown: MetricRange[] =
    begun || ranges.length > 0 || !first
      ? [...ranges, ...(begun ? [{ metric: begun, from: "", to: "" }] : [])]
      : [{ metric: first, from: "", to: "" }];
  const used = new Set(shown.map(({ metric }) => metric));
  const next = offered.find((metric) => !used.has(metric));
  const currency = listParams.currency || viewer.currency;

  function change(index: number, range: MetricRange) {
    const changed = shown.map((one, at) => (at === index ? range : one));
    const isSet = ({ from, to }: MetricRange) => from !== "" || to !== "";
    setBegun(changed.find((one) => !isSet(one))?.metric ?? null);
    onParams({ ...listParams, metrics: changed.filter(isSet) });
  }

  function remove(index: number) {
    const left = shown.filter((_, at) => at !== index);
    setBegun(null);
    onParams({ ...listParams, metrics: left.filter(({ from, to }) => from !== "" || to !== "") });
  }

  return (
    <fieldset className={classes.choices}>
      <legend className={classes.legend}>{t("customers.filter.metrics")}</legend>
      {shown.map((range, index) => (
        <div key={range.metric} className={classes.metric}>
          <div className={classes.metricHead}>
            <NativeSelect
              aria-label={t("customers.filter.metric")}
              data-autofocus={(autoFocus && index === 0) || undefined}
              data={offered
                .filter((metric) => metric === range.metric || !used.has(metric))
                .map((value) => ({ value, label: t(`customers.column.${value}`) }))}
              value={range.metric}
              onChange={(event) => {
                const metric = offered.find((one) => one === event.currentTarget.value);
                if (metric) change(index, { metric, from: "", to: "" });
              }}
            />
            {shown.length > 1 && (
              <CloseButton
                aria-label={t("customers.filter.remove", {
                  filter: t(`customers.column.${range.metric}`),
                })}
                onClick={() => remove(index)}
              />
            )}
          </div>
          <div className={classes.metricEnds}>
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
      {shown.some(({ metric }) => unitOf(metric) === "amount") && (
        <NativeSelect
          label={t("field.currency")}
          data={[...CURRENCIES]}
          value={currency}
          onChange={({ currentTarget: { value } }) =>
            onParams({ ...listParams, currency: value === viewer.currency ? "" : value })
          }
        />
      )}
      {next && begun === null && ranges.length > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setBegun(next)}>
          {t("customers.filter.addMetric")}
        </Button>
      )}
    </fieldset>
  );
}

interface EndProps {
  label: string;
  range: MetricRange;
  value: string;
  currency: string;
  onChange: (value: string) => void;
}

function End({ label, range: { metric }, value, currency, onChange }: EndProps) {
  const unit = unitOf(metric);
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

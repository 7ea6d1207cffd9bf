import { Button, NativeSelect } from "@mantine/core";
import { IconFileSpreadsheet, IconFileTypePdf, IconPrinter } from "@tabler/icons-react";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import { DateField } from "../../../ui/fields/DateField.js";
import { PERIODS, SIDES, type StatementParams } from "./periods.js";
import classes from "./StatementOfAccount.module.css";

interface StatementBarProps {
  customerId: string;
  params: StatementParams;
  /** Changes what the URL says; an empty value takes it away. */
  onChange: (changes: Record<string, string>) => void;
}

/** Which days and which side a statement shows, and what can be done with it. */
export function StatementBar({ customerId, params, onChange }: StatementBarProps) {
  const t = useT();
  const { period, from, to, side } = params;
  const setDays = (days: { from: string | null; to: string | null }) =>
    onChange({ period: "", from: days.from ?? "", to: days.to ?? "" });
  const isWhole = from !== null && to !== null && from <= to;
  const file = (ending: "pdf" | "xlsx") =>
    isWhole
      ? paths.statementFile(customerId, ending, { from, to, ...(side && { kind: side }) })
      : undefined;
  const button = { variant: "default", size: "xs", disabled: !isWhole } as const;
  return (
    <div className={classes.tools} data-print="hide">
      <NativeSelect
        label={t("payments.period")}
        value={period ?? ""}
        data={[
          { value: "", label: t("payments.period.own") },
          ...PERIODS.map((value) => ({ value, label: t(`payments.period.${value}`) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          value === "" ? setDays({ from, to }) : onChange({ period: value, from: "", to: "" })
        }
      />
      <DateField
        label={t("payments.from")}
        value={from}
        maxDate={to ?? undefined}
        onChange={(day) => setDays({ from: day, to })}
      />
      <DateField
        label={t("payments.to")}
        value={to}
        minDate={from ?? undefined}
        onChange={(day) => setDays({ from, to: day })}
      />
      <NativeSelect
        label={t("payments.side")}
        value={side ?? ""}
        data={[
          { value: "", label: t("payments.side.both") },
          ...SIDES.map((value) => ({ value, label: t(`payments.side.${value}`) })),
        ]}
        onChange={({ currentTarget: { value } }) => onChange({ side: value })}
      />
      <div className={classes.actions}>
        <Button
          {...button}
          component="a"
          href={file("pdf")}
          target="_blank"
          rel="noopener"
          leftSection={<IconFileTypePdf size={16} aria-hidden />}
        >
          {t("documents.pdf")}
        </Button>
        <Button
          {...button}
          component="a"
          href={file("xlsx")}
          download
          leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
        >
          {t("payments.workbook")}
        </Button>
        <Button
          {...button}
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {t("payments.print")}
        </Button>
      </div>
    </div>
  );
}

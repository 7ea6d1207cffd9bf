import { MAX_UNIT_LENGTH } from "@clientela/shared/documents/documentLines";
import { minorUnits } from "@clientela/shared/values/currencies";
import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { currentLanguage } from "../../i18n/i18n.js";
import { useT } from "../../i18n/useT.js";
import { AmountField } from "../fields/AmountField.js";
import { Money } from "../values/Money.js";
import { previewTotals } from "./documentLines.js";
import classes from "./LinesEditor.module.css";
import { type LineDraft, newLine } from "./lineDrafts.js";
import { TotalRows } from "./TotalRows.js";

interface LinesEditorProps {
  lines: readonly LineDraft[];
  currency: string;
  onChange: (lines: LineDraft[]) => void;
  /** What is wrong, by `lines.0.quantity`. */
  errors: Readonly<Record<string, React.ReactNode>>;
}

/** Edits the lines of a document; Enter in the last one adds another. */
export function LinesEditor({ lines, currency, onChange, errors }: LinesEditorProps) {
  const t = useT();
  const totals = previewTotals(lines, currency, currentLanguage());
  const root = useRef<HTMLFieldSetElement>(null);
  const added = useRef(false);

  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    const inputs = root.current?.querySelectorAll<HTMLInputElement>("[data-description]");
    inputs?.[lines.length - 1]?.focus();
  }, [lines.length]);

  function add() {
    added.current = true;
    onChange([...lines, newLine(lines.at(-1))]);
  }

  const change = (index: number, part: Partial<LineDraft>) =>
    onChange(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));

  return (
    <fieldset ref={root} className={classes.lines}>
      <legend className={classes.legend}>{t("field.lines")}</legend>
      {lines.map((line, index) => (
        <LineInputs
          key={line.key}
          line={line}
          index={index}
          net={totals.lines[index] ?? "0"}
          currency={currency}
          errors={errors}
          onChange={(part) => change(index, part)}
          onRemove={() => onChange(lines.filter((_, at) => at !== index))}
          onEnter={() => index === lines.length - 1 && add()}
        />
      ))}
      <div className={classes.foot}>
        <Button size="xs" variant="subtle" leftSection={<IconPlus size={14} />} onClick={add}>
          {t("documents.addLine")}
        </Button>
        <table className={classes.totals}>
          <tbody>
            <TotalRows totals={totals} currency={currency} span={1} />
          </tbody>
        </table>
      </div>
      {errors.lines && (
        <p role="alert" className={classes.error}>
          {errors.lines}
        </p>
      )}
    </fieldset>
  );
}

interface LineInputsProps {
  line: LineDraft;
  /** Where it stands among the lines, from 0. */
  index: number;
  /** Its amount without tax. */
  net: string;
  currency: string;
  errors: LinesEditorProps["errors"];
  onChange: (part: Partial<LineDraft>) => void;
  onRemove: () => void;
  /** Enter in one of the inputs. */
  onEnter: () => void;
}

function LineInputs(props: LineInputsProps) {
  const { line, index, net, currency, errors, onChange, onRemove, onEnter } = props;
  const t = useT();
  const place = index + 1;
  const input = (field: Exclude<keyof LineDraft, "key">, label: string) => ({
    size: "xs" as const,
    label,
    "aria-label": t("documents.lineField", { place, label }),
    value: line[field],
    error: errors[`lines.${index}.${field}`],
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      onEnter();
    },
  });
  return (
    <div className={classes.line}>
      <TextInput
        className={classes.description}
        data-description
        data-autofocus={index === 0 || undefined}
        {...input("description", t("field.description"))}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
      <ActionIcon
        className={classes.remove}
        size={28}
        aria-label={t("documents.removeLine", { place })}
        onClick={onRemove}
      >
        <IconTrash size={15} />
      </ActionIcon>
      <AmountField
        className={classes.number}
        {...input("quantity", t("documents.quantity"))}
        onChange={(quantity) => onChange({ quantity })}
      />
      <TextInput
        className={classes.unit}
        maxLength={MAX_UNIT_LENGTH}
        {...input("unit", t("documents.unit"))}
        onChange={(event) => onChange({ unit: event.currentTarget.value })}
      />
      <AmountField
        className={classes.price}
        places={minorUnits(currency)}
        {...input("unitPrice", t("documents.unitPrice"))}
        onChange={(unitPrice) => onChange({ unitPrice })}
      />
      <AmountField
        className={classes.number}
        {...input("discount", t("documents.discount"))}
        onChange={(discount) => onChange({ discount })}
      />
      <AmountField
        className={classes.number}
        {...input("taxRate", t("documents.taxRate"))}
        onChange={(taxRate) => onChange({ taxRate })}
      />
      <span className={classes.net}>
        <Money value={{ amount: net, currency }} />
      </span>
    </div>
  );
}

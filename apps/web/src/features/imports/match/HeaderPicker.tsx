import { Button, Popover } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import classes from "./HeaderPicker.module.css";

const shownCells = 6;

interface HeaderPickerProps {
  /** 0 for none; null if unknown. */
  headerRow: number | null;
  /** The first lines of the sheet. */
  preview: readonly { line: number; cells: readonly string[] }[];
  disabled: boolean;
  onChange: (line: number) => void;
}

/** Says in which line the headers are, and lets the person point at another one. */
export function HeaderPicker({ headerRow, preview, disabled, onChange }: HeaderPickerProps) {
  const t = useT();
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  return (
    <div className={classes.target}>
      <span className={classes.label} id="import-header-label">
        {t("import.headerRow")}
      </span>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-start"
        trapFocus
        returnFocus
        width="min(760px, calc(100vw - 32px))"
      >
        <Popover.Target>
          <Button
            variant="default"
            fw={400}
            justify="space-between"
            aria-labelledby="import-header-label import-header-value"
            rightSection={<IconChevronDown size={14} />}
            disabled={disabled}
            onClick={() => setOpened(!opened)}
          >
            <span id="import-header-value">
              {headerRow === null
                ? t("import.pleaseChoose")
                : headerRow === 0
                  ? t("import.noHeaderRow")
                  : t("import.line", { line: format.number(headerRow) })}
            </span>
          </Button>
        </Popover.Target>
        <Popover.Dropdown className={classes.dropdown}>
          <p className={classes.ask}>{t("import.pickHeader")}</p>
          {preview.map(({ line, cells }) => (
            <button
              key={line}
              type="button"
              className={classes.line}
              aria-current={line === headerRow ? "true" : undefined}
              data-autofocus={line === headerRow || undefined}
              onClick={() => {
                setOpened(false);
                if (line !== headerRow) onChange(line);
              }}
            >
              <span className={classes.number}>{line}</span>
              {cells.slice(0, shownCells).map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells keep their places.
                <span key={index} className={classes.cell}>
                  {cell}
                </span>
              ))}
            </button>
          ))}
          <button
            type="button"
            className={classes.line}
            aria-current={headerRow === 0 ? "true" : undefined}
            data-autofocus={headerRow === 0 || undefined}
            onClick={() => {
              setOpened(false);
              if (headerRow !== 0) onChange(0);
            }}
          >
            <span />
            <span className={classes.without}>{t("import.noHeaderRow")}</span>
          </button>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

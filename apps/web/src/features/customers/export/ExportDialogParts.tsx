import { Button, Progress, Radio } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import classes from "./ExportDialog.module.css";

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; description?: string }[];
  onChange: (value: Value) => void;
}

/** One of several, with what each means. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: ChoiceProps<Value>) {
  return (
    <Radio.Group
      label={label}
      value={value}
      onChange={(next) => {
        const chosen = options.find((one) => one.value === next);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <Radio key={option.value} className={classes.choice} {...option} />
      ))}
    </Radio.Group>
  );
}

/** How far the file is written. */
export function Written({ rows, count }: { rows: number; count: number | null | undefined }) {
  const t = useT();
  const { number } = useFormat();
  return (
    <>
      <Progress
        aria-label={t("exports.title")}
        value={count ? Math.min(100, (rows / count) * 100) : 100}
        size="sm"
        animated
      />
      <span>{t("exports.written", { rows: number(rows) })}</span>
    </>
  );
}

/** The link to the file; the download starts by itself when it is there, and the link downloads it again. */
export function Download({ url, fileName }: { url: string; fileName: string | undefined }) {
  const t = useT();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => link.current?.click(), []);
  return (
    <Button
      ref={link}
      component="a"
      href={url}
      download={fileName}
      variant="default"
      leftSection={<IconDownload size={16} stroke={1.6} />}
    >
      {t("exports.download")}
    </Button>
  );
}

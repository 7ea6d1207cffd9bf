import { ActionIcon, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useT } from "../../i18n/useT.js";
import { copyText } from "./copyText.js";

interface CopyButtonProps {
  value: string;
  /** What is copied: "Copy tax ID". */
  label: string;
  size?: number;
}

/** Copies a text and says so for two seconds. */
export function CopyButton({ value, label, size = 24 }: CopyButtonProps) {
  const t = useT();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const name = copied ? t("ui.copied") : label;
  return (
    <Tooltip label={name}>
      <ActionIcon
        size={size}
        aria-label={name}
        onClick={async () => {
          await copyText(value);
          setCopied(true);
        }}
      >
        {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
      </ActionIcon>
    </Tooltip>
  );
}

import { Button } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useT } from "../../i18n/useT.js";
import { copyText } from "../feedback/copyText.js";
import classes from "./OneTimeSecret.module.css";

interface OneTimeSecretProps {
  label: string;
  value: string;
  /** Several lines of code in place of one line. */
  code?: boolean;
}

/** A text that is shown this once, to copy: a link, a key, a command that holds one. */
export function OneTimeSecret({ label, value, code = false }: OneTimeSecretProps) {
  const t = useT();
  const id = useId();
  const [state, setState] = useState<"" | "copied" | "failed">("");

  async function copy() {
    try {
      await copyText(value);
      setState("copied");
    } catch {
      setState("failed");
    }
  }

  return (
    <div className={classes.field}>
      <span id={id} className={classes.label}>
        {label}
      </span>
      <div className={classes.line} data-code={code || undefined}>
        {code ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: code that scrolls must be reachable by keyboard.
          <pre className={classes.code} tabIndex={0}>
            <code>{value}</code>
          </pre>
        ) : (
          <input
            readOnly
            aria-labelledby={id}
            className={classes.value}
            value={value}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
        <Button
          variant="default"
          aria-describedby={id}
          leftSection={state === "copied" ? <IconCheck size={16} /> : <IconCopy size={16} />}
          onClick={() => void copy()}
        >
          {state === "copied" ? t("ui.copied") : t("ui.copy")}
        </Button>
      </div>
      <p role="status" className={classes.note}>
        {state === "failed" ? t("ui.copyFailed") : ""}
      </p>
    </div>
  );
}

import { type ComponentProps, useId, useState } from "react";
import { useT } from "../../i18n/useT.js";
import classes from "./EntryField.module.css";

interface EntryFieldProps extends Omit<ComponentProps<"input">, "id" | "className"> {
  label: string;
  hint?: string;
  error?: string | null;
}

/**
 * A field of the pages before sign-in. It is plain, and looks like the library's: the library's
 * fields would take a tenth of what these pages may load.
 */
export function EntryField({ label, hint, error, type, ...rest }: EntryFieldProps) {
  const t = useT();
  const id = useId();
  const [shown, setShown] = useState(false);
  const secret = type === "password";
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={classes.hint}>
          {hint}
        </p>
      )}
      <div className={classes.control}>
        <input
          {...rest}
          id={id}
          type={secret && shown ? "text" : type}
          className={classes.input}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
        />
        {secret && (
          <button
            type="button"
            className={classes.toggle}
            aria-pressed={shown}
            aria-label={t("entry.showPassword")}
            onClick={() => setShown(!shown)}
          >
            <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
              <path d="M2 12c2.7-4.7 6-7 10-7s7.3 2.3 10 7c-2.7 4.7-6 7-10 7s-7.3-2.3-10-7Z" />
              <circle cx="12" cy="12" r="3" />
              {shown && <path d="M4 20 20 4" />}
            </svg>
          </button>
        )}
      </div>
      {error && (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      )}
    </div>
  );
}

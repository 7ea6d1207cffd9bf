import { useLingui } from "@lingui/react";
import { useCallback } from "react";
import type { MessageValues } from "./i18n.js";
import type { MessageKey } from "./messageKey.js";

/** Turns a key of the catalogue, and what its placeholders need, into the person's language. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** The translate function of the language on screen; a new one when the language changes. */
export function useT(): Translate {
  const { i18n } = useLingui();
  const { locale } = i18n;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the locale is why the result changes.
  return useCallback((key, values) => i18n._(key, values), [i18n, locale]);
}

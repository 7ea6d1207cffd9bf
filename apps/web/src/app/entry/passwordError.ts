import type { Translate } from "../../i18n/useT.js";

/** What is wrong with the length of a new password. */
export function passwordError(password: string, t: Translate): string | null {
  if (!password) return t("entry.passwordMissing");
  if (password.length < 8) return t("entry.passwordShort");
  return password.length > 128 ? t("entry.passwordLong") : null;
}

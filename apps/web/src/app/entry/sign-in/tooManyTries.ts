import type { Translate } from "../../../i18n/useT.js";
import type { PostResult } from "../../post.js";

/** Says how long to wait, and what still works if that is long. */
export function tooManyTries(
  { retryAfterSeconds = 60 }: Extract<PostResult, { kind: "refused" }>,
  t: Translate,
): string {
  const minutes = Math.ceil(retryAfterSeconds / 60);
  if (minutes <= 1) return t("entry.tooManyTries", { seconds: retryAfterSeconds });
  if (minutes <= 120) return t("entry.tooManyTriesMinutes", { minutes });
  return t("entry.tooManyTriesHours", { hours: Math.ceil(minutes / 60) });
}

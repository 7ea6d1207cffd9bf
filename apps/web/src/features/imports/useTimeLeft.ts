import { useT } from "../../i18n/useT.js";

/** Says a number of seconds the way a person would: "less than a minute left", "about 4 minutes left". */
export function useTimeLeft(): (seconds: number) => string {
  const t = useT();
  return (seconds) => {
    if (seconds < 5) return t("import.left.moment");
    if (seconds < 55) return t("import.left.seconds", { count: Math.ceil(seconds / 5) * 5 });
    if (seconds < 3600) return t("import.left.minutes", { count: Math.ceil(seconds / 60) });
    return t("import.left.hours", { count: Math.ceil(seconds / 3600) });
  };
}

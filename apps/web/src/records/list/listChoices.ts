import { useSearchParams } from "react-router";
import type { MessageKey } from "../../i18n/messageKey.js";
import { type Translate, useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import type { FilterLink } from "../../ui/page/FilterLinks.js";

/** What a list can be narrowed to, one choice at a time. */
export interface ListChoices<Choice extends string, Filter, Metrics> {
  /** What the URL calls the choice: `status` in `?status=DRAFT`. */
  param: string;
  /** What the links are called together, for screen readers. */
  label: MessageKey;
  all: readonly Choice[];
  name: (t: Translate, choice: Choice) => string;
  /** The API's filter for a choice, or for the whole list. */
  filter: (choice: Choice | undefined) => Filter | null;
  /** How many records the server counted of a choice, or of the whole list (`ALL`). */
  counts?: (metrics: Metrics) => Partial<Record<Choice | "ALL", number | undefined>>;
}

/** The choice that the URL names, and the links over the list: the whole list, and one for each choice. */
export function useListChoices<Choice extends string, Filter, Metrics>(
  choices: ListChoices<Choice, Filter, Metrics>,
  show: string | undefined,
) {
  const t = useT();
  const [search] = useSearchParams();
  const { param, all, name, counts } = choices;
  const chosen = all.find((choice) => choice === search.get(param));
  return {
    chosen,
    linksOf: (metrics: Metrics | undefined): FilterLink[] => {
      const counted = metrics === undefined ? undefined : counts?.(metrics);
      const link = (choice: Choice | undefined) => ({
        to: paths.listFilter(show, { [param]: choice }),
        active: choice === chosen,
        count: counted?.[choice ?? "ALL"],
        label: choice === undefined ? t("ui.all") : name(t, choice),
      });
      return [link(undefined), ...all.map(link)];
    },
  };
}

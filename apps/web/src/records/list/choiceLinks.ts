import type { To } from "react-router";
import type { Translate } from "../../i18n/useT.js";
import type { FilterLink } from "../../ui/page/FilterLinks.js";

interface ChoiceLinksOptions<Choice extends string> {
  t: Translate;
  /** What the list can be narrowed to. */
  choices: readonly Choice[];
  /** What it is narrowed to. */
  chosen: Choice | undefined;
  /** Where a choice leads, and where the whole list is. */
  to: (choice: Choice | undefined) => To;
  label: (choice: Choice) => string;
  /** How many records the server counted of a choice, or of `all`. */
  counts?: Partial<Record<Choice | "all", number | undefined>>;
}

/** The links over a list: the whole list, and one for each choice. */
export function choiceLinks<Choice extends string>(
  options: ChoiceLinksOptions<Choice>,
): FilterLink[] {
  const { t, choices, chosen, to, label, counts } = options;
  return [
    { to: to(undefined), label: t("ui.all"), active: chosen === undefined, count: counts?.all },
    ...choices.map((choice) => ({
      to: to(choice),
      label: label(choice),
      active: choice === chosen,
      count: counts?.[choice],
    })),
  ];
}

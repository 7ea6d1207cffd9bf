import classes from "./SuggestionList.module.css";

/** One thing that a text can mean. */
export interface Suggestion {
  id: string;
  name: string;
  /** What tells it from one of the same name. */
  details: string;
}

interface SuggestionListProps {
  /** The element's id: the text names it in `aria-controls`. */
  id: string;
  label: string;
  suggestions: readonly Suggestion[];
  /** Which one the arrow keys have reached. */
  at: number;
  onChoose: (index: number) => void;
  className?: string;
}

/** The id of one suggestion, which the text names in `aria-activedescendant`. */
export const suggestionId = (listId: string, at: number): string => `${listId}-${at}`;

/** Where an arrow key leads among so many suggestions, from the last one to the first; null for other keys. */
export function suggestionAfter(key: string, at: number, count: number): number | null {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  return step === undefined || count === 0 ? null : (at + step + count) % count;
}

/** What a text can mean, below it; the text keeps the focus and handles the keys. */
export function SuggestionList(props: SuggestionListProps) {
  const { id, label, suggestions, at, onChoose, className } = props;
  return (
    <div
      id={id}
      role="listbox"
      aria-label={label}
      className={[classes.list, className].filter(Boolean).join(" ")}
    >
      {suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the text keeps the focus, and says which one is active.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys of the text choose.
        <div
          key={suggestion.id}
          id={suggestionId(id, index)}
          role="option"
          aria-selected={index === at}
          className={classes.suggestion}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(index)}
        >
          {suggestion.name} <span className={classes.details}>{suggestion.details}</span>
        </div>
      ))}
    </div>
  );
}

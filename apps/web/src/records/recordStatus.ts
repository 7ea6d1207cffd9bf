import type { Translate } from "../i18n/useT.js";
import type { Tone } from "../ui/values/Badge.js";

/** Where a record stands, as people see it. */
export interface ShownStatus<Listed, Shown extends string> {
  shown: (record: Listed) => Shown;
  tones: Readonly<Record<Shown, Tone>>;
  /** The one that is drawn struck through. */
  struck?: Shown;
  label: (t: Translate, shown: Shown) => string;
}

/** Declares where records stand that nobody moves by hand: it follows from what was done with them. */
export function defineShownStatus<Listed, Shown extends string>(
  status: ShownStatus<Listed, Shown>,
): ShownStatus<Listed, Shown> {
  return status;
}

/**
 * Where a record stands, and how it may go on. What people see (`Shown`) may say more than what is stored (`Word`): an
 * authorized invoice is overdue after its due date.
 */
export interface RecordStatus<
  Listed,
  Values extends object,
  Shown extends string,
  Word extends Shown = Shown,
> extends ShownStatus<Listed, Shown> {
  /** What may follow, by the transitions of packages/shared. */
  next: (record: Listed) => readonly Word[];
  /** What choosing one of the next is called in a menu; its label unless said. */
  option?: (t: Translate, next: Word, record: Listed) => string;
  /** What doing so is called on a button; as in the menu unless said. */
  action?: (t: Translate, next: Word, record: Listed) => string;
  /** The stored status as it was read, and as it is to be. */
  before: (record: Listed) => Partial<Values>;
  change: (next: Word) => Partial<Values>;
}

/** The choices of a form's status: the one that is, and those that may follow. */
export function statusChoices<Word extends string>(
  t: Translate,
  words: readonly Word[],
  label: (t: Translate, word: Word) => string,
): { value: Word; label: string }[] {
  return words.map((word) => ({ value: word, label: label(t, word) }));
}

import { foldText } from "@clientela/shared/values/foldText";
import type { Person } from "../../session/usePeople.js";

const MAX_CHOICES = 6;

/** A name that is being typed after `@`, and where it begins. */
export interface Mentioning {
  at: number;
  typed: string;
}

/** The name that ends at the caret: letters and single spaces after an `@` that begins a word; null where there is none. */
export function mentioningAt(text: string, caret: number): Mentioning | null {
  const found = /(?:^|[\s(])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+)?)$/u.exec(
    text.slice(0, caret),
  );
  if (!found) return null;
  const typed = found[1] ?? "";
  return { at: caret - typed.length - 1, typed };
}

/** The colleagues that it can mean: each word begins one of their names. */
export function peopleMeant(typed: string, people: readonly Person[]): readonly Person[] {
  const words = foldText(typed).split(" ");
  return people
    .filter(({ name }) => {
      const names = foldText(name).split(" ");
      return words.every((word) => names.some((one) => one.startsWith(word)));
    })
    .slice(0, MAX_CHOICES);
}

/**
 * Whom a text mentions, by id. Of namesakes it is the one that was `chosen`; without a choice a name that only one has
 * is that person's.
 */
export function mentionsIn(
  text: string,
  people: readonly Person[],
  chosen: ReadonlySet<string>,
): string[] {
  const named = people.filter(({ name }) => text.includes(`@${name}`));
  // "@Ana Lima" does not mention an "Ana" as well.
  const whole = named.filter(({ name }) => {
    const longer = named.filter((one) => one.name !== name && one.name.startsWith(name));
    const rest = longer.reduce((left, one) => left.replaceAll(`@${one.name}`, ""), text);
    return rest.includes(`@${name}`);
  });
  return whole
    .filter(({ id, name }) => {
      const namesakes = whole.filter((one) => one.name === name);
      return namesakes.length === 1 || chosen.has(id);
    })
    .map(({ id }) => id);
}

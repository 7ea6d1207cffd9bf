import type { ReactNode } from "react";
import { apiErrorOf } from "../feedback/apiError.js";
import { askConflict } from "./conflicts.js";

/** A record's version and the values of the fields that a form or an inline edit changes. */
export interface Versioned<Values> {
  version: number;
  values: Values;
}

interface VersionedSave<Values extends object> {
  /** What the person saw when the edit began. */
  base: Versioned<Partial<Values>>;
  /** What they changed. */
  changes: Partial<Values>;
  send: (version: number, changes: Partial<Values>) => Promise<unknown>;
  /** Reads the record as it is now. */
  reload: () => Promise<Versioned<Values>>;
  labelOf: (field: keyof Values & string) => string;
  /** Draws one of the values. */
  show: (values: Values, field: keyof Values & string) => ReactNode;
}

/** The person closed the choice; nothing was saved, and what they typed is still theirs to save. */
export class ConflictUnsettled extends Error {}

/**
 * Saves changes to a version. Where someone else saved in between, fields that only this person
 * touched go through on the new version, and fields that both touched are put to the person.
 * Throws ConflictUnsettled when they close the choice.
 */
export async function saveVersioned<Values extends object>(
  save: VersionedSave<Values>,
): Promise<void> {
  let { base, changes } = save;
  for (;;) {
    try {
      await save.send(base.version, changes);
      return;
    } catch (failure) {
      const error = apiErrorOf(failure);
      if (error?.code !== "CONFLICT") throw failure;
      const now = await save.reload();
      const names = fieldsOf(changes);
      const contested = names.filter(
        (name) =>
          !same(now.values[name], base.values[name]) && !same(now.values[name], changes[name]),
      );
      if (contested.length > 0) {
        const choice = await askConflict({
          changedBy: error.changedBy ?? null,
          changedAt: error.changedAt ?? null,
          fields: contested.map((name) => ({
            name,
            label: save.labelOf(name),
            theirs: save.show(now.values, name),
            mine: save.show({ ...now.values, ...changes }, name),
          })),
        });
        const kept = names.filter((name) => !contested.includes(name) || choice?.has(name));
        if (choice === null) throw new ConflictUnsettled(error.message);
        if (kept.length === 0) return;
        changes = pick(changes, kept);
      }
      base = now;
    }
  }
}

/** The fields of a form that differ from what it began with. */
export function changesOf<Values extends object>(before: Values, after: Values): Partial<Values> {
  return pick(
    after,
    fieldsOf<Values>(after).filter((name) => !same(before[name], after[name])),
  );
}

function fieldsOf<Values extends object>(values: Partial<Values>): (keyof Values & string)[] {
  const names: (keyof Values & string)[] = [];
  for (const name in values) names.push(name);
  return names;
}

function pick<Values extends object>(
  values: Partial<Values>,
  names: readonly (keyof Values)[],
): Partial<Values> {
  const picked: Partial<Values> = {};
  for (const name of names) picked[name] = values[name];
  return picked;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

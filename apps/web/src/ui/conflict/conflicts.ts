import type { ReactNode } from "react";

/** A field that two people changed. */
export interface ConflictField {
  name: string;
  label: string;
  /** What the other person saved. */
  theirs: ReactNode;
  /** What this person typed. */
  mine: ReactNode;
}

/** A save that met someone else's, and waits for a choice per field. */
export interface Conflict {
  changedBy: string | null;
  changedAt: string | null;
  fields: readonly ConflictField[];
}

/** The names of the fields to save over what the other person made of them; null gives up. */
export type ConflictChoice = ReadonlySet<string> | null;

interface Open extends Conflict {
  resolve: (choice: ConflictChoice) => void;
}

let open: Open | null = null;
const listeners = new Set<() => void>();

function change(next: Open | null) {
  open = next;
  for (const listener of listeners) listener();
}

/** Shows both values of each field and resolves with the choice. */
export function askConflict(conflict: Conflict): Promise<ConflictChoice> {
  open?.resolve(null);
  return new Promise((resolve) => {
    change({
      ...conflict,
      resolve: (choice) => {
        change(null);
        resolve(choice);
      },
    });
  });
}

/** The conflict on screen. */
export function openConflict(): Open | null {
  return open;
}

/** Tells of each change of the conflict on screen. */
export function subscribeConflicts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

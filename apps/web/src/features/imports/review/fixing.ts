import { createContext } from "react";
import type { CellFixes, FixPlace } from "./CellFixes.js";

/** What a cell needs to be fixed in its place. */
export interface Fixing {
  importId: string;
  fixes: CellFixes;
  place: FixPlace;
  /** Changes the text of a cell, or of all cells of its column with the same text. */
  save: (fix: CellFix) => void;
}

/** A new text for a cell. */
export interface CellFix {
  line: number;
  column: number;
  text: string;
  allMatching: boolean;
}

/** How the cells below are fixed; null where they can only be read. */
export const FixingContext = createContext<Fixing | null>(null);

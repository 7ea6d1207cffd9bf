import { cleanText } from "./cellText.js";

/** A sheet as the sheet picker shows it. */
export interface SheetInfo {
  name: string;
  hidden: boolean;
  /** Whether it is a grid of cells; charts, dialogs and macro sheets are not. */
  readable: boolean;
  /** Whether no cell of it holds anything; false too where that was not looked at to the end. */
  empty: boolean;
}

/** A sheet's name as it can be stored and chosen again: without NULs and halves of characters. */
export const sheetName = (name: string): string => cleanText(name).text;

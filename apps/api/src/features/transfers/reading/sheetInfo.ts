/** A sheet as the sheet picker shows it. */
export interface SheetInfo {
  name: string;
  hidden: boolean;
  /** Whether it is a grid of cells; charts, dialogs and macro sheets are not. */
  readable: boolean;
  /** Whether no cell of it holds anything; false too where that was not looked at to the end. */
  empty: boolean;
}

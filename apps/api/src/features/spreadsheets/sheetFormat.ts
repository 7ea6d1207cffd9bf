/** A format that can be read. */
export type SheetFormat = "xlsx" | "xlsb" | "xls" | "ods" | "csv" | "vcf" | "jsonl" | "ofx";

const WORKBOOKS: readonly SheetFormat[] = ["xlsx", "xlsb", "xls", "ods"];

/** Whether files of the format hold sheets to choose from; the others are one table without a name. */
export const hasSheets = (format: SheetFormat): boolean => WORKBOOKS.includes(format);

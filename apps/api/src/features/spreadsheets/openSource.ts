import { openCsv } from "./csv/csv.js";
import type { ReadLimits } from "./limits.js";
import { openOds } from "./ods/ods.js";
import { ReadError } from "./readError.js";
import { openJsonLines } from "./records/jsonLines.js";
import { openOfx } from "./records/ofx.js";
import { openVCards } from "./records/vcard.js";
import type { SheetChoice } from "./sheetChoice.js";
import { hasSheets } from "./sheetFormat.js";
import { sniffFormat } from "./sniff.js";
import type { RowSource } from "./source.js";
import { openXlsx } from "./xlsx/xlsx.js";
import { preflightZip } from "./zip/zipPreflight.js";

/**
 * Opens a file of any supported format. `weigh` checks the sizes of a whole zip before any parser reads it; a
 * file that was checked when it was inspected need not be again, since readers count bytes themselves.
 */
export async function openSource(
  path: string,
  choice: SheetChoice,
  limits: ReadLimits,
  weigh: boolean,
): Promise<RowSource> {
  const format = await sniffFormat(path, limits);
  if (format === "csv") return openCsv(path, limits, choice);
  if (format === "vcf") return openVCards(path, limits);
  if (format === "ofx") return openOfx(path, limits);
  if (format === "jsonl") return openJsonLines(path, limits);
  if (format === "xlsb") {
    await preflightZip(path, { ...limits, maxInflatedBytes: limits.maxInMemoryBytes });
  } else if (format !== "xls" && weigh) await preflightZip(path, limits);
  if (format === "xlsx") return openXlsx(path, limits);
  if (format === "ods") return openOds(path, limits);
  const { openWithSheetJs } = await import("./xlsx/sheetjs.js");
  return openWithSheetJs(path, format, limits);
}

/** The sheet to read: the selected one, else the first visible one that is not empty. */
export function pickSheet(source: RowSource, chosen: string | undefined): number {
  if (chosen !== undefined && hasSheets(source.format)) {
    const index = source.sheets.findIndex((sheet) => sheet.name === chosen);
    if (index < 0) throw new ReadError("sheetNotFound", { sheet: chosen });
    if (!source.sheets[index]?.readable) throw new ReadError("sheetNotReadable", { sheet: chosen });
    return index;
  }
  const index = [
    source.sheets.findIndex((sheet) => sheet.readable && !sheet.empty && !sheet.hidden),
    source.sheets.findIndex((sheet) => sheet.readable && !sheet.empty),
  ].find((found) => found >= 0);
  if (index === undefined) throw new ReadError("noReadableSheet");
  return index;
}

import { ReadError } from "../readError.js";
import { sheetName } from "../sheetInfo.js";
import { attribute, scanXml } from "../xml/xml.js";
import type { ZipEntry } from "../zip/zipDirectory.js";
import type { ZipFile } from "../zip/zipFile.js";
import { builtInFormat, type NumberFormat, parseFormatCode } from "./numberFormat.js";

/** A sheet of an .xlsx workbook and the part that holds it. */
export interface WorkbookSheet {
  name: string;
  hidden: boolean;
  /** Undefined for chart sheets and the like, and where the part is missing. */
  part: ZipEntry | undefined;
}

/** What an .xlsx workbook says about itself before any cell is read. */
export interface Workbook {
  sheets: WorkbookSheet[];
  is1904: boolean;
  sharedStrings: ZipEntry | undefined;
  styles: ZipEntry | undefined;
}

interface Relation {
  type: string;
  target: string;
}

/** Reads the workbook part and its relations; raises `fileDamaged` where there is no workbook. */
export async function readWorkbook(zip: ZipFile): Promise<Workbook> {
  const path = await workbookPath(zip);
  const part = zip.entry(path);
  if (!part) throw new ReadError("fileDamaged", { part: path });
  const relations = await readRelations(zip, path);
  const sheets: WorkbookSheet[] = [];
  let is1904 = false;
  await scanXml(
    zip.stream(part),
    {
      wantsText: false,
      text: () => {},
      close: () => {},
      open: (name, attributes) => {
        // Extensions have an element of the same name, without the attribute, further down.
        if (name === "workbookPr") is1904 ||= isTrue(attribute(attributes, "date1904"));
        if (name !== "sheet") return;
        const relation = relations.get(relationId(attributes));
        sheets.push({
          name: sheetName(attribute(attributes, "name") ?? `Sheet${sheets.length + 1}`),
          hidden: /hidden$/i.test(attribute(attributes, "state") ?? ""),
          part: relation?.type === "worksheet" ? zip.entry(relation.target) : undefined,
        });
      },
    },
    part.name,
  );
  return {
    sheets,
    is1904,
    sharedStrings: partOfType(zip, relations, "sharedStrings"),
    styles: partOfType(zip, relations, "styles"),
  };
}

/** Where the package's relations say the workbook is; it need not be `xl/workbook.xml`. */
export async function workbookPath(zip: ZipFile): Promise<string> {
  for (const relation of (await readRelations(zip, "")).values()) {
    if (relation.type === "officeDocument") return relation.target;
  }
  return "xl/workbook.xml";
}

/** The number formats of the cell styles, in the order cells count them by. */
export async function readCellFormats(
  zip: ZipFile,
  styles: ZipEntry | undefined,
): Promise<NumberFormat[]> {
  if (!styles) return [];
  const custom = new Map<number, NumberFormat>();
  const ids: number[] = [];
  let inCells = false;
  await scanXml(
    zip.stream(styles),
    {
      wantsText: false,
      text: () => {},
      close: (name) => {
        if (name === "cellXfs") inCells = false;
      },
      open: (name, attributes) => {
        if (name === "cellXfs") inCells = true;
        if (name === "xf" && inCells) ids.push(Number(attribute(attributes, "numFmtId") ?? 0));
        if (name !== "numFmt" || inCells) return;
        const id = Number(attribute(attributes, "numFmtId"));
        const code = attribute(attributes, "formatCode");
        if (code !== undefined && !custom.has(id)) custom.set(id, parseFormatCode(code));
      },
    },
    styles.name,
  );
  return ids.map((id) => custom.get(id) ?? builtInFormat(id));
}

async function readRelations(zip: ZipFile, path: string): Promise<Map<string, Relation>> {
  const slash = path.lastIndexOf("/");
  const folder = slash < 0 ? "" : path.slice(0, slash + 1);
  const part = zip.entry(`${folder}_rels/${path.slice(slash + 1)}.rels`);
  const relations = new Map<string, Relation>();
  if (!part) return relations;
  await scanXml(
    zip.stream(part),
    {
      wantsText: false,
      text: () => {},
      close: () => {},
      open: (name, attributes) => {
        if (name !== "Relationship" || attribute(attributes, "TargetMode") === "External") return;
        relations.set(attribute(attributes, "Id") ?? "", {
          // The last word of the type is the same in the transitional and the strict namespace.
          type: (attribute(attributes, "Type") ?? "").replace(/^.*\//, ""),
          target: resolveTarget(folder, attribute(attributes, "Target") ?? ""),
        });
      },
    },
    part.name,
  );
  return relations;
}

function resolveTarget(folder: string, target: string): string {
  const path = target.replaceAll("\\", "/");
  if (path.startsWith("/")) return path.slice(1);
  const steps = folder.split("/").filter((step) => step !== "");
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

function partOfType(
  zip: ZipFile,
  relations: Map<string, Relation>,
  type: string,
): ZipEntry | undefined {
  for (const relation of relations.values()) {
    if (relation.type === type) return zip.entry(relation.target);
  }
  return undefined;
}

/** The relation's id is the only attribute of a sheet with a prefix; its name varies. */
function relationId(attributes: string): string {
  return attribute(attributes.replace(/^\s*id=/, " "), "id") ?? "";
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

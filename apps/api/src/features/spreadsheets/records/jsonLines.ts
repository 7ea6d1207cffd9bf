import { joinTags } from "@clientela/shared/sheets/sheetTags";
import type { ReadLimits } from "../limits.js";
import { ReadError } from "../readError.js";
import type { RowSource } from "../source.js";
import { type FileRecord, type RecordValue, recordSource } from "./recordSource.js";
import { textLines } from "./textLines.js";

/** A file of JSON Lines, an object in each line, as our own export writes it; raises `jsonLine` for another line. */
export function openJsonLines(path: string, limits: ReadLimits): Promise<RowSource> {
  return recordSource("jsonl", () => records(path, limits));
}

async function* records(path: string, limits: ReadLimits): AsyncGenerator<FileRecord> {
  for await (const { line, text } of textLines(path)) {
    if (text.trim() === "") continue;
    if (text.length > limits.maxRecordChars) {
      throw new ReadError("recordTooLong", { line, limit: limits.maxRecordChars });
    }
    const values = new Map<string, RecordValue>();
    collect(objectIn(text, line), "", values);
    if (values.size > limits.maxColumns) {
      throw new ReadError("tooManyColumns", { row: line, limit: limits.maxColumns });
    }
    yield { line, values };
  }
}

function objectIn(text: string, line: number): object {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new ReadError("jsonLine", { line }, { cause: error });
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
    throw new ReadError("jsonLine", { line });
  return parsed;
}

/** The fields of an object, those of objects inside of it by both names: `address.city`. */
function collect(object: object, prefix: string, values: Map<string, RecordValue>): void {
  for (const [name, value] of Object.entries(object) as [string, unknown][]) {
    const field = prefix + name;
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      collect(value, `${field}.`, values);
    else values.set(field, recordValue(value));
  }
}

function recordValue(value: unknown): RecordValue {
  if (value === null || value === undefined) return { text: "" };
  if (typeof value === "number") return { text: String(value), kind: "n" };
  if (typeof value === "boolean") return { text: String(value), kind: "b" };
  if (Array.isArray(value) && value.every((item) => typeof item === "string"))
    return { text: joinTags(value) };
  return { text: typeof value === "string" ? value : JSON.stringify(value) };
}

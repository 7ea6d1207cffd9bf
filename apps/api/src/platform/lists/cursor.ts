import { isCalendarDate } from "@clientela/shared/values/dates";
import { z } from "zod";
import { Invalid } from "../errors.js";
import { parsedJson } from "../parsedJson.js";
import type { OrderDirection } from "../types/page.input.js";
import type { SortKey } from "./sortKey.js";

const cursorSchema = z.tuple([z.string(), z.string(), z.string(), z.uuid()]);

const ENDLESS = z.enum(["infinity", "-infinity"]);
const LARGEST = 2 ** 31;

// PostgreSQL writes `2026-03-02 14:05:11.402+00`.
const asIso = (text: string): string =>
  text.replace(" ", "T").replace(/([+-]\d\d)$/, (offset) => `${offset}:00`);

/** The text form of values of each type: text that PostgreSQL could not parse is refused before it is sent. */
const texts: Record<SortKey["type"], z.ZodType> = {
  text: z.string().refine((text) => !text.includes("\0")),
  timestamptz: z.union([
    ENDLESS,
    z
      .string()
      .transform(asIso)
      .pipe(z.iso.datetime({ offset: true }))
      // There is no year 0, and no clock is further off than this.
      .refine((text) => !text.startsWith("0000") && !/[+-](1[6-9]|2\d):\d\d$/.test(text)),
  ]),
  // A day and a time of day without zone, as PostgreSQL writes them.
  timestamp: z.union([
    ENDLESS,
    z
      .string()
      .transform((text) => text.replace(" ", "T"))
      .pipe(z.iso.datetime({ local: true }))
      .refine((text) => !text.startsWith("0000") && !text.endsWith("Z")),
  ]),
  date: z.union([ENDLESS, z.string().refine(isCalendarDate)]),
  numeric: z.string().regex(/^-?\d{1,100}(\.\d{1,100})?$/),
  integer: z
    .string()
    .regex(/^-?\d+$/)
    .refine((text) => Math.abs(Number(text)) < LARGEST),
  uuid: z.uuid(),
};

/** An order as cursors name it. */
interface CursorOrder {
  field: string;
  direction: OrderDirection;
  currency?: string | null;
}

const nameOf = ({ field, currency }: CursorOrder): string =>
  currency ? `${field} ${currency}` : field;

/** The cursor of a row with a value of the order's key. */
export const cursorOf = (order: CursorOrder, value: string, id: string): string =>
  Buffer.from(JSON.stringify([nameOf(order), order.direction, value, id])).toString("base64url");

/** The value and the id that a cursor contains; throws Invalid for a cursor that the list cannot have. */
export function readCursor(
  path: string,
  cursor: string,
  order: CursorOrder,
  type: SortKey["type"],
): [value: string, id: string] {
  const decoded = Buffer.from(cursor, "base64url").toString("utf8");
  const parsed = cursorSchema.safeParse(parsedJson(decoded));
  if (!parsed.success) throw new Invalid([{ path, code: "invalid_cursor" }]);
  const [field, direction, value, id] = parsed.data;
  if (field !== nameOf(order) || direction !== order.direction) {
    throw new Invalid([{ path, code: "cursor_of_another_order" }]);
  }
  if (!texts[type].safeParse(value).success) throw new Invalid([{ path, code: "invalid_cursor" }]);
  return [value, id];
}

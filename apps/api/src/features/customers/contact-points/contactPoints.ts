import { MAX_CONTACT_POINTS } from "@clientela/shared/records/contactPoints";
import { Invalid } from "../../../platform/errors.js";

/**
 * An e-mail address or phone as it is stored, in the order of keys that PostgreSQL keeps, and without a label where it
 * has none: equal ones have equal JSON.
 */
export interface ContactPoint {
  label?: string;
  value: string;
}

/** The columns of a row with e-mail addresses and phones: the main one of each, its label, and all further ones. */
export interface Reachable {
  email: string | null;
  emailLabel: string | null;
  furtherEmails: ContactPoint[] | null;
  phone: string | null;
  phoneLabel: string | null;
  furtherPhones: ContactPoint[] | null;
}

/** Where a row has its e-mail addresses, or its phones. */
export interface Channel {
  main: "email" | "phone";
  label: "emailLabel" | "phoneLabel";
  further: "furtherEmails" | "furtherPhones";
  /** What inputs call the list of all, and the value of one. */
  list: "emails" | "phones";
  entry: "address" | "number";
}

/** Where a row has its e-mail addresses. */
export const EMAILS = {
  main: "email",
  label: "emailLabel",
  further: "furtherEmails",
  list: "emails",
  entry: "address",
} as const satisfies Channel;

/** Where a row has its phones. */
export const PHONES = {
  main: "phone",
  label: "phoneLabel",
  further: "furtherPhones",
  list: "phones",
  entry: "number",
} as const satisfies Channel;

/** The columns of all e-mail addresses and phones, as the schema names their parts. */
export const CONTACT_POINT_PATHS = {
  emailLabel: "emails.label",
  furtherEmails: "emails",
  phoneLabel: "phones.label",
  furtherPhones: "phones",
} as const;

/** A contact point with a label, if it has one. */
export const contactPoint = (value: string, label?: string | null): ContactPoint =>
  label == null ? { value } : { label, value };

/** What two contact points are compared by: e-mail addresses are equal in any case. */
const keyOf = ({ value }: ContactPoint): string => value.toLowerCase();

/** All e-mail addresses or phones of a row, the main one first. */
export function pointsOf(row: Partial<Reachable>, channel: Channel): ContactPoint[] {
  const main = row[channel.main] ?? null;
  if (main === null) return [];
  return [contactPoint(main, row[channel.label]), ...(row[channel.further] ?? [])];
}

/** The columns that store these contact points: the first is the main one. */
export function columnsOfPoints(
  [main, ...further]: readonly ContactPoint[],
  channel: Channel,
): Partial<Reachable> {
  return {
    [channel.main]: main?.value ?? null,
    [channel.label]: main?.label ?? null,
    [channel.further]: further.length > 0 ? further : null,
  };
}

/** The contact points of several lists, each once; the first of equal ones stays. */
export function unitedPoints(lists: readonly (readonly ContactPoint[])[]): ContactPoint[] {
  const byKey = new Map<string, ContactPoint>();
  for (const point of lists.flat()) {
    const key = keyOf(point);
    if (!byKey.has(key)) byKey.set(key, point);
  }
  return [...byKey.values()];
}

/** Throws Invalid where there are more than a row can have. */
export function assertNotTooMany(points: readonly ContactPoint[], channel: Channel): void {
  if (points.length <= MAX_CONTACT_POINTS) return;
  const params = { max: MAX_CONTACT_POINTS };
  throw new Invalid([{ path: channel.list, code: "too_many", params }]);
}

/** What an input says of the e-mail addresses or phones: the main one, all of them, both, or nothing. */
export interface GivenPoints {
  main?: string | null | undefined;
  list?: readonly ContactPoint[] | null | undefined;
}

/**
 * The contact points that an input leaves of the current ones; undefined where it has none of them. A main one
 * alone takes the place of the current main one, or moves to the front if it was a further one; without it (null) the
 * next one is the main one. Throws Invalid for a repeated one, and where the main one is not the first of the list.
 */
export function changedPoints(
  channel: Channel,
  { main, list }: GivenPoints,
  current: readonly ContactPoint[],
): readonly ContactPoint[] | undefined {
  if (list !== undefined) return wholeList(channel, main, list ?? []);
  if (main === undefined) return undefined;
  if (main === null) return current.slice(1);
  const known = current.find((point) => keyOf(point) === main.toLowerCase());
  if (known) {
    return [{ ...known, value: main }, ...current.filter((point) => point !== known)];
  }
  const [first, ...further] = current;
  return [{ ...first, value: main }, ...further];
}

function wholeList(
  channel: Channel,
  main: string | null | undefined,
  list: readonly ContactPoint[],
): readonly ContactPoint[] {
  const keys = list.map(keyOf);
  const repeated = keys.findIndex((key, index) => keys.indexOf(key) < index);
  if (repeated >= 0) {
    const path = `${channel.list}.${repeated}.${channel.entry}`;
    throw new Invalid([{ path, code: "repeated" }]);
  }
  if (main !== undefined && main !== (list[0]?.value ?? null)) {
    throw new Invalid([{ path: channel.main, code: "not_first", params: { list: channel.list } }]);
  }
  return list;
}

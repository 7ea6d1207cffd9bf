import { RECORD_KINDS } from "./recordKinds.js";

/** A kind of record that the history records. */
export type RecordType = keyof typeof RECORD_KINDS;

/** Whether a name is that of a type of record that has a history. */
export const isRecordType = (type: string): type is RecordType => Object.hasOwn(RECORD_KINDS, type);

/** A value of the API's `RecordType` enum. */
export type RecordTypeValue = (typeof RECORD_KINDS)[RecordType]["value"];

/** The kinds of record that the history records. */
export const RECORD_TYPES: readonly RecordType[] = Object.keys(RECORD_KINDS).filter(isRecordType);

/** The type of record that a value of the API's `RecordType` enum stands for. */
export function recordTypeOf(value: RecordTypeValue): RecordType {
  const type = RECORD_TYPES.find((one) => RECORD_KINDS[one].value === value);
  if (!type) throw new Error(`${value} is no type of record`);
  return type;
}

/** What can be done to a kind of record. */
export type ActionOf<Type extends RecordType> = (typeof RECORD_KINDS)[Type]["actions"][number];

/** Anything that can be done to some kind of record. */
export type Action = ActionOf<RecordType>;

/** The kinds of record to which all of these can be done. */
export type RecordTypeWith<Done extends Action> = {
  [Type in RecordType]: [Done] extends [ActionOf<Type>] ? Type : never;
}[RecordType];

/** How the events of a kind of record begin: `customer` of `customer.updated`. */
export const eventPrefix = (type: string): string =>
  `${type.charAt(0).toLowerCase()}${type.slice(1)}`;

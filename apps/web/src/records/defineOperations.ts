import type { TypedDocumentNode } from "@apollo/client";
import type { Permission } from "@clientela/shared/records/roles";
import type { IssueCode } from "@clientela/shared/values/issues";
import type { z } from "zod";
import type { FieldContext, FieldsOf } from "./fields/fields.js";

/** A record at a version: what every write needs to know of it. */
export interface Stored {
  id: string;
  version: number;
}

/** A list or a metric of another record that a write changes; it is read again where it is on screen. */
export interface RelatedField {
  __typename: string;
  id: string | null | undefined;
  fieldName: string;
}

type Mutation<Input> = TypedDocumentNode<unknown, { input: Input }>;

/**
 * How one kind of record is read and written. `Full` is what its forms edit, `Listed` the least of it that a list
 * knows, `Values` its fields by the names that the API gives them, and `Create` the input of its creation.
 */
export interface RecordOperations<
  Full extends Listed,
  Listed extends Stored,
  Values extends object,
  Create,
  Loaded,
> {
  /** Who may create, and change and delete unless `mayChange` says otherwise. */
  write: Permission;
  /** Whether the viewer may change and delete this one, where that depends on the record. */
  mayChange?: (record: Full) => boolean;
  fields: FieldsOf<Values>;
  /** The rules of packages/shared, which the server checks too. */
  rules: { readonly [Name in keyof Values]: z.ZodType<Values[Name] | undefined> };
  /** What is wrong with fields taken together. */
  check?: (values: Values) => Partial<Record<keyof Values & string, IssueCode | null>>;
  values: (record: Full) => Values;
  /** What people call one: its title or number. */
  name: (record: Listed, context: FieldContext) => string;
  /** Reads one as it is now; the query selects everything that `values` takes. */
  load: TypedDocumentNode<Loaded, { id: string }>;
  loaded: (data: Loaded) => Full | null | undefined;
  create: Mutation<Create>;
  /** The input that creates one; most are `{ customerId, ...values }`. */
  createInput: (values: Values, customerId: string, preset: string | null) => Create;
  update: Mutation<Stored & Partial<Values>>;
  remove: Mutation<{ id: string }>;
  restore: Mutation<{ id: string }>;
  /** The customer's lists that a write changes, by their fields: `deals`. */
  lists: readonly string[];
  /** Further lists that go and come back with a record that is deleted and restored. */
  ownedLists?: readonly string[];
  /** What changes in other records, by the record before the write and the values after it. */
  related?: (record: Listed | undefined, values: Partial<Values>) => readonly RelatedField[];
}

/** Declares how a kind of record is read and written; a field, rule or operation that does not fit does not compile. */
export function defineOperations<
  Full extends Listed,
  Listed extends Stored,
  Values extends object,
  Create,
  Loaded,
>(
  operations: RecordOperations<Full, Listed, Values, Create, Loaded>,
): RecordOperations<Full, Listed, Values, Create, Loaded> {
  return operations;
}

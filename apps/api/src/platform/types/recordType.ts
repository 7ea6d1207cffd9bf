import { RECORD_KINDS } from "@clientela/shared/records/recordKinds";
import { registerEnum } from "./enums.js";

/** The types of record as a GraphQL enum. */
export const RecordTypeEnum = registerEnum(
  "RecordType",
  Object.values(RECORD_KINDS).map(({ value }) => value),
  "The type of a record: the name of its GraphQL type, such as TIME_ENTRY for `TimeEntry`.",
);

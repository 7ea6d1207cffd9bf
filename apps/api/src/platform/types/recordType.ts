import { RECORD_TYPE_VALUES } from "@clientela/shared/records/recordActions";
import { registerEnum } from "./enums.js";

/** The types of record as a GraphQL enum. */
export const RecordTypeEnum = registerEnum(
  "RecordType",
  Object.values(RECORD_TYPE_VALUES),
  "The type of a record: the name of its GraphQL type, such as TIME_ENTRY for `TimeEntry`.",
);

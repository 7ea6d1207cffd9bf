import type { CustomerRecordType } from "../../records/customerRecordType.js";
import { useViewer } from "../../session/viewer.js";
import { allRecords } from "../records.js";

/** The kinds of record of which the viewer may restore some. */
export function useMayRestore(): readonly CustomerRecordType[] {
  const { permissions } = useViewer();
  return allRecords
    .filter(
      ({ type, read, write, restore }) =>
        restore &&
        permissions.has(read) &&
        (permissions.has(write) || (type === "Address" && permissions.has("customers:billing"))),
    )
    .map(({ type }) => type);
}

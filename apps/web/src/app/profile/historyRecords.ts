import type { HistoryRecords } from "../../features/activity/historyRecords.js";
import { allRecords, records } from "../records.js";

/** The registered kinds of record, as the history takes them. */
export const historyRecords: HistoryRecords = {
  definitions: records,
  fragments: allRecords.flatMap(({ details }) => details?.fragment ?? []),
};

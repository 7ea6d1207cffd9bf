import { eventPrefix, RECORD_TYPES } from "@clientela/shared/records/recordActions";
import { RECORD_KINDS } from "@clientela/shared/records/recordKinds";

const TABLE = /^\| record +\| actions +\|\n(?:\|.*\|\n)+/m;

const code = (text: string): string => `\`${text}\``;

/** The guide to webhooks with the table of all events. Throws where it has no such table. */
export function withEvents(guide: string): string {
  if (!TABLE.test(guide)) throw new Error("docs/webhooks.md has no table of records and actions");
  const rows = RECORD_TYPES.map((type): [string, string] => [
    code(eventPrefix(type)),
    RECORD_KINDS[type].actions.map(code).join(", "),
  ]);
  const records = Math.max(...rows.map(([record]) => record.length));
  const actions = Math.max(...rows.map(([, cell]) => cell.length));
  const line = ([record, cell]: [string, string], filler = " ") =>
    `| ${record.padEnd(records, filler)} | ${cell.padEnd(actions, filler)} |\n`;
  const table = [line(["record", "actions"]), line(["", ""], "-"), ...rows.map((row) => line(row))];
  return guide.replace(TABLE, table.join(""));
}

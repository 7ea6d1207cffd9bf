import { readdirSync, readFileSync } from "node:fs";
import { contactsSheet } from "@clientela/shared/contacts/contacts.sheet";
import { customersSheet } from "@clientela/shared/customers/customers.sheet";
import { profileOf } from "@clientela/shared/matching/columnProfile";
import { type ColumnMatch, matchColumns } from "@clientela/shared/matching/matchColumns";
import { z } from "zod";

/**
 * The files in `exports` hold the columns that other systems publish for their exports, with values of our own:
 * `Header | value | value -> field`. "+" says that the field is taken from there only where the columns before
 * are blank, "?" that a person is asked, "-" that it is not imported; the last two name the reason.
 */
const FOLDER = new URL("./exports/", import.meta.url);
const SHEETS = { CUSTOMERS: customersSheet, CONTACTS: contactsSheet };
const TITLE = /^(?<name>.*) as (?<kind>CUSTOMERS|CONTACTS)$/;
const COLUMN = /^(?<header>.*?)(?<values>(?: \| .*?)*) -> (?<goes>.*)$/;

const titleOf = z.object({ name: z.string(), kind: z.enum(["CUSTOMERS", "CONTACTS"]) });
const columnOf = z.object({ header: z.string(), values: z.string(), goes: z.string() });

const read = (pattern: RegExp, line: string) => {
  const groups = pattern.exec(line)?.groups;
  if (!groups) throw new Error(`cannot be read: ${line}`);
  return groups;
};

const exported = readdirSync(FOLDER).flatMap((file) =>
  readFileSync(new URL(file, FOLDER), "utf8")
    .split(/^## /m)
    .filter((section) => section.trim() !== "")
    .map((section) => {
      const [title = "", ...lines] = section.trim().split("\n");
      const columns = lines.map((line) => columnOf.parse(read(COLUMN, line)));
      return { ...titleOf.parse(read(TITLE, title)), columns };
    }),
);

function written({ field, place, suggestion, reason }: ColumnMatch): string {
  if (field !== null) return place > 0 ? `${field}+` : field;
  return `${suggestion === null ? "-" : `${suggestion}?`} ${reason}`;
}

test("there are the exports of 25 systems' kinds of files", () => {
  expect(new Set(exported.map(({ name }) => name)).size).toBe(25);
});

test.each(exported)("$name as $kind", ({ kind, columns }) => {
  const files = columns.map(({ header, values }) => ({
    header,
    profile: profileOf(values.split(" | ").map((value) => value.replaceAll("\\n", "\n"))),
  }));
  const matches = matchColumns(files, SHEETS[kind]);
  expect(
    columns.map(({ header }, at) => `${header} -> ${written(matches[at] ?? fail(header))}`),
  ).toEqual(columns.map(({ header, goes }) => `${header} -> ${goes}`));
});

function fail(header: string): never {
  throw new Error(`no match for ${header}`);
}

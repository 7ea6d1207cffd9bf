import { sourceOfField } from "@clientela/shared/sheets/externalIdColumns";
import { givenBy } from "@clientela/shared/sheets/sheet";
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../../../platform/context.js";
import { AtMost } from "../../../platform/graph/cost/listSize.js";
import { readerOf } from "../../../platform/graph/messages.js";
import { type Connection, connectionOf } from "../../../platform/lists/connection.js";
import { displayText } from "../../../platform/records/displayText.js";
import { Allow, MayForbid } from "../../../platform/security/authorize.js";
import { PageArgs } from "../../../platform/types/page.input.js";
import { Node } from "../../../platform/types/record.js";
import { Customer } from "../../customers/customer.entity.js";
import { customerById } from "../../customers/customer.loaders.js";
import { Import } from "../import.entity.js";
import { importById } from "../import.loaders.js";
import { demandCells } from "../importAccess.js";
import { columnOfIssue } from "../storedImport.js";
import {
  ImportCandidate,
  ImportChange,
  ImportIssue,
  ImportRow,
  ImportRowFilter,
  type StoredChanges,
} from "./importRow.type.js";
import { cursorAt, importRows } from "./importRows.js";
import { issueText } from "./problemText.js";

const ImportRowConnection = connectionOf(ImportRow);

/** The rows of an import. */
@Resolver(() => Import)
export class ImportRowsEdges {
  @MayForbid()
  @Allow("imports:read")
  @FieldResolver(() => ImportRowConnection, {
    description:
      "Its rows in the file's order, up to 500 a page; for those who may see records of the kind.",
  })
  rows(
    @Root() current: Import,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => ImportRowFilter, { nullable: true }) filter: ImportRowFilter | null,
    @Ctx() context: Context,
  ): Promise<Connection<ImportRow>> {
    demandCells(context, current.recordType);
    return importRows(context, current, page, filter);
  }

  @MayForbid()
  @Allow("imports:read")
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The cursor after which `rows` begin with the row at an offset, to jump there; null at the start and beyond the end.",
  })
  rowCursor(
    @Root() current: Import,
    @Arg("offset", () => Int, { description: "How many rows of the filter come before it." })
    offset: number,
    @Arg("filter", () => ImportRowFilter, {
      nullable: true,
      description: "The filter of the rows.",
    })
    filter: ImportRowFilter | null,
    @Ctx() context: Context,
  ): Promise<string | null> {
    demandCells(context, current.recordType);
    return cursorAt(context, current, offset, filter);
  }
}

const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

// Ids of a system with a column of its own are shown there; the rest came from a column that does not name the system.
function externalIdChanges(
  fields: ReadonlySet<string | null>,
  before: unknown,
  after: unknown,
): ImportChange[] {
  const had = textsIn(before);
  const added = new Set(textsIn(after).filter((text) => !had.includes(text)));
  const changes: ImportChange[] = [];
  for (const field of fields) {
    const source = sourceOfField(field);
    if (field === null || source === null) continue;
    const ofSource = (text: string) => text.startsWith(`${source}:`);
    const values = (texts: readonly string[]) =>
      texts.filter(ofSource).map((text) => text.slice(source.length + 1));
    const own = values([...added]);
    for (const value of own) added.delete(`${source}:${value}`);
    const old = values(had);
    if (own.length > 0)
      changes.push({ field, old: displayText(old) || null, new: displayText([...old, ...own]) });
  }
  if (added.size > 0) {
    const field = fields.has("externalId") ? "externalId" : "externalIds";
    changes.push({ field, old: displayText(had) || null, new: displayText([...had, ...added]) });
  }
  return changes;
}

function shownChanges(
  { app }: Context,
  current: Import | null,
  stored: StoredChanges,
): ImportChange[] {
  const importer = current ? app.registry.importers.get(current.recordType) : undefined;
  const fields = new Set(current?.columns.map(({ field }) => field));
  const fieldOf = (column: string) => {
    const field = importer?.sheet.columns.find(({ key }) => importer.columnOf(key) === column);
    if (!field || !importer) return column;
    const [place] = givenBy(importer.sheet, field.key, fields);
    const firstOf = importer.sheet.columns.find(({ furtherIn }) => furtherIn === field.key);
    // Further values from the column of the first ones change what is shown there.
    return place ?? (firstOf && fields.has(firstOf.key) ? firstOf.key : field.key);
  };
  const { externalIds, ...others } = stored;
  const byField = Map.groupBy(Object.entries(others), ([column]) => fieldOf(column));
  const changes = [...byField].map(([field, changed]) => ({
    field,
    old: joined(changed.map(([, [before]]) => before)),
    new: joined(changed.map(([, [, after]]) => after)),
  }));
  return externalIds ? [...changes, ...externalIdChanges(fields, ...externalIds)] : changes;
}

const joined = (values: readonly unknown[]): string | null =>
  displayText(values.filter((value) => value !== null && value !== undefined)) || null;

/** The record of a candidate. */
@Resolver(() => ImportCandidate)
export class ImportCandidateEdges {
  @Allow("imports:read")
  @FieldResolver(() => Node, {
    nullable: true,
    description: "The record; null where it is deleted by now, or the caller may not see it.",
  })
  record(
    @Root() { recordType, recordId }: ImportCandidate,
    @Ctx() context: Context,
  ): Promise<Node | null> | null {
    return recordType === null ? null : recordOf(recordType, recordId, context);
  }
}

function recordOf(
  recordType: Import["recordType"],
  id: string,
  context: Context,
): Promise<Node | null> | null {
  const { importers, recordTypes } = context.app.registry;
  const importer = importers.get(recordType);
  const node = importer && recordTypes.get(importer.table.type.name);
  return node ? context.loadForViewer(node.byId, id) : null;
}

/** The record of a row, and its issues as messages. */
@Resolver(() => ImportRow)
export class ImportRowEdges {
  @Allow("customers:read")
  @FieldResolver(() => Customer, {
    nullable: true,
    description: "The customer that it makes or changes, or whose record it does.",
  })
  customer(
    @Root() { customerId }: ImportRow,
    @Ctx() context: Context,
  ): Promise<Customer | null> | null {
    return customerId === null ? null : context.load(customerById, customerId);
  }

  @Allow("imports:read")
  @FieldResolver(() => Node, {
    nullable: true,
    description: "The record that it makes or changes; null where there is none, or not yet.",
  })
  async record(
    @Root() { importId, recordId }: ImportRow,
    @Ctx() context: Context,
  ): Promise<Node | null> {
    if (recordId === null) return null;
    const current = await context.load(importById, importId);
    return current && recordOf(current.recordType, recordId, context);
  }

  @AtMost(20, 0.1)
  @Allow("imports:read")
  @FieldResolver(() => [ImportChange], {
    description: "The fields that it changes; of an undecided row, in its first candidate.",
  })
  async changes(
    @Root() { importId, storedChanges, storedCandidates }: ImportRow,
    @Ctx() context: Context,
  ): Promise<ImportChange[]> {
    const stored = storedChanges ?? storedCandidates?.[0]?.changes ?? null;
    if (stored === null) return [];
    return shownChanges(context, await context.load(importById, importId), stored);
  }

  @AtMost(5, 0.5)
  @Allow("imports:read")
  @FieldResolver(() => [ImportCandidate], {
    description: "The records that an undecided row may mean, up to 5; empty for other rows.",
  })
  async candidates(
    @Root() { importId, storedCandidates }: ImportRow,
    @Ctx() context: Context,
  ): Promise<ImportCandidate[]> {
    if (storedCandidates === null) return [];
    const current = await context.load(importById, importId);
    return storedCandidates.map(({ id, changes, proposal }) => ({
      // A proposal is no record.
      recordType: proposal === undefined ? (current?.recordType ?? null) : null,
      recordId: id,
      storedProposal: proposal ?? null,
      changes: changes === null ? [] : shownChanges(context, current, changes),
    }));
  }

  @AtMost(10, 0.1)
  @Allow("imports:read")
  @FieldResolver(() => [ImportIssue], { description: "What is wrong with it, or was fixed." })
  async issues(@Root() row: ImportRow, @Ctx() context: Context): Promise<ImportIssue[]> {
    if (row.storedIssues.length === 0) return [];
    const current = await context.load(importById, row.importId);
    if (!current) return [];
    const sheet = context.app.registry.importers.get(current.recordType)?.sheet;
    return row.storedIssues.map((issue) => {
      const column = columnOfIssue(current.columns, issue);
      const cell = column === null ? undefined : row.cellTexts[column];
      return {
        column,
        code: issue.code,
        severity: issue.severity,
        message: issueText(issue, sheet, readerOf(context), cell),
      };
    });
  }
}

import { givenBy } from "@clientela/shared/sheets/sheet";
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../../../platform/context.js";
import { AtMost } from "../../../platform/graph/cost/listSize.js";
import { readerOf } from "../../../platform/graph/messages.js";
import { type Connection, connectionOf } from "../../../platform/lists/connection.js";
import { Allow, MayForbid } from "../../../platform/security/authorize.js";
import { PageArgs } from "../../../platform/types/page.input.js";
import { Node } from "../../../platform/types/record.js";
import { Customer } from "../../customers/customer.entity.js";
import { customerById } from "../../customers/customer.loaders.js";
import { Import } from "../import.entity.js";
import { importById } from "../import.loaders.js";
import { demandCells } from "../importAccess.js";
import { columnOfIssue } from "../storedImport.js";
import { ImportChange, ImportIssue, ImportRow, ImportRowFilter } from "./importRow.type.js";
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
      "The cursor after which `rows` begin with the row at a place, for jumps; null at the start and beyond the end.",
  })
  rowCursor(
    @Root() current: Import,
    @Arg("place", () => Int, { description: "The place among the rows of the filter, from 0." })
    place: number,
    @Arg("filter", () => ImportRowFilter, {
      nullable: true,
      description: "The filter of the rows.",
    })
    filter: ImportRowFilter | null,
    @Ctx() context: Context,
  ): Promise<string | null> {
    demandCells(context, current.recordType);
    return cursorAt(context, current, place, filter);
  }
}

function changeText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** What leads from a row to its record, and its issues in words. */
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
    const importer = current ? context.app.registry.importers.get(current.recordType) : undefined;
    const kind = importer && context.app.registry.recordTypes.get(importer.table.type.name);
    return kind ? context.loadForViewer(kind.byId, recordId) : null;
  }

  @AtMost(20, 0.1)
  @Allow("imports:read")
  @FieldResolver(() => [ImportChange], { description: "The fields that it changes." })
  async changes(
    @Root() { importId, storedChanges }: ImportRow,
    @Ctx() context: Context,
  ): Promise<ImportChange[]> {
    if (storedChanges === null) return [];
    const current = await context.load(importById, importId);
    const importer = current ? context.app.registry.importers.get(current.recordType) : undefined;
    const fields = new Set(current?.columns.map(({ field }) => field));
    const fieldOf = (column: string) => {
      const field = importer?.sheet.columns.find(({ key }) => importer.columnOf(key) === column);
      const [place = field?.key] =
        field && importer ? givenBy(importer.sheet, field.key, fields) : [];
      return place ?? column;
    };
    return Object.entries(storedChanges).map(([column, [before, after]]) => ({
      field: fieldOf(column),
      old: changeText(before),
      new: changeText(after),
    }));
  }

  @AtMost(10, 0.1)
  @Allow("imports:read")
  @FieldResolver(() => [ImportIssue], { description: "What is wrong with it, or was mended." })
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

import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  Float,
  Int,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";
import { Allow } from "../../platform/authorize.js";
import { type Connection, connectionOf } from "../../platform/connection.js";
import type { Context } from "../../platform/context.js";
import { PageArgs } from "../../platform/page.args.js";
import { importerOf } from "../../platform/sheetKinds.js";
import { User } from "../accounts/user.entity.js";
import { userById } from "../accounts/user.loaders.js";
import { Customer } from "../customers/customer.entity.js";
import { customerById } from "../customers/customer.loaders.js";
import {
  DateOrderEnum,
  DecimalMarkEnum,
  type ImportDateOrder,
  type ImportDecimalMark,
  shownConventions,
} from "./import.conventions.js";
import { earlierImportId } from "./import.earlier.js";
import { ColumnRuleEnum, Import } from "./import.entity.js";
import { columnsOfImport, importById } from "./import.loaders.js";
import { ImportChange, ImportIssue, ImportRow, ImportRowFilter } from "./import.row.js";
import { cursorAt, importRows } from "./import.rows.js";
import type { StoredColumn } from "./import.stored.js";
import { issueText, problemText } from "./import.text.js";

@ObjectType({ description: "A sheet of the workbook." })
class ImportSheet {
  @Field(() => String, { description: "Its name." })
  name!: string;
  @Field(() => Boolean, { description: "Whether the workbook hides it." })
  hidden!: boolean;
}

@ObjectType({ description: "A line at the top of the sheet, as it is." })
class ImportPreviewRow {
  @Field(() => Int, { description: "Its number." })
  line!: number;
  @Field(() => [String], { description: "Its cells." })
  cells!: string[];
}

@ObjectType({ description: "A column of the file and where it goes." })
class ImportColumn {
  @Field(() => Int, { description: "The column, from 0." })
  index!: number;
  @Field(() => String, { description: "Its header." })
  header!: string;
  @Field(() => [String], { description: "Up to three values from below it." })
  samples!: string[];
  @Field(() => String, { nullable: true, description: "The field it goes to; null leaves it out." })
  field!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "How sure that is: `exact`, `likely` or `check`.",
  })
  confidence!: string | null;
  @Field(() => ColumnRuleEnum, { description: "What it may do to a field that has a value." })
  rule!: StoredColumn["rule"];
  @Field(() => DateOrderEnum, {
    nullable: true,
    description: "How its dates are written; null where none of them can be read both ways.",
  })
  dateOrder!: ImportDateOrder | null;
  @Field(() => DecimalMarkEnum, {
    nullable: true,
    description: "How its numbers are written; null where none of them can be read both ways.",
  })
  decimalMark!: ImportDecimalMark | null;
}

@ObjectType({ description: "How far the present phase is." })
class ImportProgress {
  @Field(() => Int, { description: "Rows done." })
  done!: number;
  @Field(() => Int, { description: "Rows in all; an estimate while a file is read." })
  total!: number;
  @Field(() => Float, { nullable: true, description: "Rows a second so far." })
  rowsPerSecond!: number | null;
  @Field(() => Int, { nullable: true, description: "Seconds left at this rate." })
  secondsLeft!: number | null;
}

@ObjectType({ description: "What is wrong with rows, or was mended in them, in one column." })
class ImportProblem {
  @Field(() => String, { description: "The stable code of the issues." })
  code!: string;
  @Field(() => Int, {
    nullable: true,
    description: "The column, from 0; null for rows as a whole.",
  })
  column!: number | null;
  @Field(() => String, { description: "`error` keeps rows out, `warning` does not." })
  severity!: string;
  @Field(() => Int, { description: "How many rows." })
  rows!: number;
}

const ImportRowConnection = connectionOf(ImportRow);
const ACTIVE = new Set(["READING", "CHECKING", "RUNNING"]);

/** What an import shows besides its columns. */
@Resolver(() => Import)
export class ImportEdges {
  @Allow("imports:read")
  @FieldResolver(() => String, {
    nullable: true,
    description: "The sheet that is read; null for text files.",
  })
  sheet(@Root() { inspection }: Import): string | null {
    return inspection?.sheet ?? null;
  }

  @Allow("imports:read")
  @FieldResolver(() => [ImportSheet], { description: "The sheets of the workbook." })
  sheets(@Root() { inspection }: Import): ImportSheet[] {
    return (inspection?.sheets ?? [])
      .filter((sheet) => sheet.readable)
      .map(({ name, hidden }) => ({ name, hidden }));
  }

  @Allow("imports:read")
  @FieldResolver(() => Int, { description: "The line of the header; 0 where there is none." })
  headerRow(@Root() { inspection }: Import): number {
    return inspection?.headerRow ?? 0;
  }

  @Allow("imports:read")
  @FieldResolver(() => [ImportPreviewRow], {
    description: "The first lines of the sheet, for picking the header.",
  })
  preview(@Root() { inspection }: Import): ImportPreviewRow[] {
    return inspection?.preview ?? [];
  }

  @Allow("imports:read")
  @FieldResolver(() => String, { nullable: true, description: "The encoding of a text file." })
  encoding(@Root() { inspection }: Import): string | null {
    return inspection?.encoding ?? null;
  }

  @Allow("imports:read")
  @FieldResolver(() => String, {
    nullable: true,
    description: "The character between the values of a text file.",
  })
  delimiter(@Root() { inspection }: Import): string | null {
    return inspection?.delimiter ?? null;
  }

  @Allow("imports:read")
  @FieldResolver(() => [ImportColumn], {
    description: "The columns of the file and where they go.",
  })
  columns(@Root() current: Import): ImportColumn[] {
    return current.columns.map((column) => ({ ...column, ...shownConventions(column) }));
  }

  @Allow("imports:read")
  @FieldResolver(() => String, {
    nullable: true,
    description: "Why it failed or what it waits for, in the caller's language.",
  })
  problem(@Root() current: Import, @Ctx() context: Context): string | null {
    const { problem, kind } = current;
    return problem && problemText(problem, importerOf(kind)?.sheet, context.locale);
  }

  @Allow("imports:read")
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The stable code of `problem`. With replacementCharacter, encodingUnsure and wrongEncoding it asks for an encoding, or for `acceptReplacement`.",
  })
  problemCode(@Root() { problem }: Import): string | null {
    return problem?.code ?? null;
  }

  @Allow("imports:read")
  @FieldResolver(() => ImportProgress, { description: "How far the present phase is." })
  progress(
    @Root() { done, total, phaseStartedAt, status }: Import,
    @Ctx() context: Context,
  ): ImportProgress {
    const seconds = phaseStartedAt ? (context.now.getTime() - phaseStartedAt.getTime()) / 1000 : 0;
    const rate = ACTIVE.has(status) && seconds > 0 && done > 0 ? done / seconds : null;
    return {
      done,
      total,
      rowsPerSecond: rate && Math.round(rate),
      secondsLeft: rate && Math.ceil(Math.max(total - done, 0) / rate),
    };
  }

  @Allow("imports:read")
  @FieldResolver(() => User, { nullable: true, description: "Who started it." })
  createdBy(@Root() { userId }: Import, @Ctx() context: Context): Promise<User | null> | null {
    return userId === null ? null : context.load(userById, userId);
  }

  @Allow("imports:read")
  @FieldResolver(() => Import, {
    nullable: true,
    description:
      "An earlier import of the same file, byte for byte, that wrote rows or is about to: this one may be a mistake.",
  })
  async earlier(@Root() { id }: Import, @Ctx() context: Context): Promise<Import | null> {
    const earlier = await context.load(earlierImportId, id);
    return earlier === null ? null : context.load(importById, earlier);
  }

  @Allow("imports:read")
  @FieldResolver(() => [ImportProblem], {
    description:
      "What is wrong with its rows, the most frequent first; each can be a filter of `rows`.",
  })
  problems(@Root() { problems, columns }: Import): ImportProblem[] {
    return (problems ?? []).map(({ code, field, severity, rows }) => ({
      code,
      severity,
      rows,
      column: columns.find((column) => field !== null && column.field === field)?.index ?? null,
    }));
  }

  @Allow("imports:read")
  @FieldResolver(() => ImportRowConnection, {
    description: "Its rows in the file's order; up to 500 a page.",
  })
  rows(
    @Root() current: Import,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => ImportRowFilter, { nullable: true }) filter: ImportRowFilter | null,
    @Ctx() context: Context,
  ): Promise<Connection<ImportRow>> {
    return importRows(context, current, page, filter);
  }

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
  @FieldResolver(() => [ImportChange], { description: "The fields that it changes." })
  async changes(
    @Root() { importId, storedChanges }: ImportRow,
    @Ctx() context: Context,
  ): Promise<ImportChange[]> {
    if (storedChanges === null) return [];
    const current = await context.load(importById, importId);
    const importer = current ? importerOf(current.kind) : undefined;
    const fieldOf = (column: string) =>
      importer?.sheet.columns.find(({ key }) => importer.columnOf(key) === column)?.key ?? column;
    return Object.entries(storedChanges).map(([column, [before, after]]) => ({
      field: fieldOf(column),
      old: changeText(before),
      new: changeText(after),
    }));
  }

  @Allow("imports:read")
  @FieldResolver(() => [ImportIssue], { description: "What is wrong with it, or was mended." })
  async issues(@Root() row: ImportRow, @Ctx() context: Context): Promise<ImportIssue[]> {
    if (row.storedIssues.length === 0) return [];
    const columns = await context.load(columnsOfImport, row.importId);
    return row.storedIssues.map((issue) => ({
      column:
        issue.field === null
          ? null
          : (columns.find((column) => column.field === issue.field)?.index ?? null),
      code: issue.code,
      severity: issue.severity,
      message: issueText(issue, context.locale),
    }));
  }
}

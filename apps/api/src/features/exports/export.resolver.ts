import { sourceOfField } from "@clientela/shared/sheets/externalIdColumns";
import { columnOf, wholeColumns } from "@clientela/shared/sheets/sheet";
import type { GraphQLResolveInfo } from "graphql";
import sql from "sql-template-tag";
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { type Context, personBehind } from "../../platform/context.js";
import { Invalid } from "../../platform/errors.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { type Connection, connectionOf } from "../../platform/lists/connection.js";
import { type ListDefinition, pageOf } from "../../platform/lists/keyset.js";
import { insertRecord, type Subject } from "../../platform/records/write.js";
import { batchQueries } from "../../platform/request/batchQueries.js";
import { Allow } from "../../platform/security/authorize.js";
import { requiredPermissions } from "../../platform/security/inputRules.js";
import { OrderDirection, PageArgs } from "../../platform/types/page.input.js";
import { User } from "../accounts/user.entity.js";
import { userById } from "../accounts/user.loaders.js";
import { namedRecordType } from "../imports/importKind.js";
import { Export } from "./export.entity.js";
import { CountExportInput, CreateExportInput } from "./export.input.js";
import { allowedExporter, exportById, neededBy, seenBy } from "./exportAccess.js";
import { EXPORT_QUEUE } from "./runExport.js";

@ObjectType({ description: "The export that was begun." })
class ExportPayload {
  @Field(() => Export, { description: "The export; poll it until it is DONE." })
  export!: Export;
}

const subject: Subject<Export, "Export"> = {
  type: Export,
  name: "Export",
  parentIdOf: () => null,
  excludedFields: ["needs", "recordAccess"],
};

const ExportConnection = connectionOf(Export);

const listing: ListDefinition<Export, null, "CREATED_AT", Context> = {
  type: Export,
  where: (_filter, context) => [seenBy(context.actor)],
  sortKeys: { CREATED_AT: { sql: sql`r.created_at`, type: "timestamptz" } },
  defaultOrder: { field: "CREATED_AT", direction: OrderDirection.DESC },
};

/** Who started an export. */
@Resolver(() => Export)
export class ExportEdges {
  @Allow("exports:read")
  @FieldResolver(() => User, { nullable: true, description: "Who began it." })
  createdBy(@Root() { userId }: Export, @Ctx() context: Context): Promise<User | null> | null {
    return userId === null ? null : context.load(userById, userId);
  }
}

/** Exports of records to files. */
@Resolver()
export class ExportResolver {
  @Allow("exports:read")
  @Query(() => ExportConnection, { description: "Exports, the newest first." })
  exports(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Export>> {
    return pageOf(listing, page, context);
  }

  @Allow("exports:read")
  @Query(() => Export, {
    nullable: true,
    description: "One export by id; null where there is none.",
  })
  export(@Arg("id", () => ID) id: string, @Ctx() context: Context): Promise<Export | null> {
    return context.loadForViewer(exportById, parseId(id));
  }

  @Allow("exports:write")
  @Query(() => Int, { description: "How many rows an export would have if it were begun now." })
  async exportRowCount(
    @Arg("input", () => CountExportInput)
    { recordType, filter, ...list }: CountExportInput,
    @Ctx() context: Context,
  ): Promise<number> {
    const exporter = allowedExporter(context, namedRecordType({ recordType }));
    const statement = exporter.count({ ...list, filter: filter && { ...filter } }, context);
    const [counted] = await batchQueries<{ count: number }>(context, statement);
    return counted?.count ?? 0;
  }

  @Allow("exports:write")
  @Mutation(() => ExportPayload, { description: "Writes records into a file, in the background." })
  async createExport(
    @Arg("input", () => CreateExportInput) {
      recordType,
      kind,
      format,
      columns,
      ...list
    }: CreateExportInput,
    @Ctx() context: Context,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<ExportPayload> {
    const exporter = allowedExporter(context, namedRecordType({ recordType, kind }));
    const known = wholeColumns(exporter.sheet).map((column) => column.key);
    const wrong = (columns ?? []).findIndex(
      (column) =>
        !known.includes(column) &&
        (sourceOfField(column) === null || columnOf(exporter.sheet, column) === undefined),
    );
    if (wrong >= 0) throw new Invalid([{ path: `columns.${wrong}`, code: "not_in_list" }]);
    // Checks the filter as the caller first: an export requested with a key runs as the system.
    const { filter, orderBy } = list;
    const inputArgs = schema.getMutationType()?.getFields().createExport?.args ?? [];
    exporter.rows(
      { ...list, filter: filter && { ...filter }, orderBy: orderBy && { ...orderBy } },
      context,
    );
    const made = await insertRecord(context, subject, {
      recordType: exporter.recordType,
      format,
      status: "RUNNING",
      userId: personBehind(context.actor),
      recordAccess: context.actor.scope?.access ?? "ALL",
      question: { ...list, language: context.locale === "en" ? "en" : "pt" },
      columns: columns?.length ? columns : known,
      needs: [
        ...new Set([...neededBy(exporter), ...requiredPermissions(inputArgs, { input: list })]),
      ],
    });
    await context.app.jobs.enqueue(context.db, EXPORT_QUEUE, made.id);
    return { export: made };
  }
}

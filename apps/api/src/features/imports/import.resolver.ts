import sql from "sql-template-tag";
import {
  Arg,
  Args,
  Ctx,
  Field,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from "type-graphql";
import type { Context } from "../../platform/context.js";
import { parseId } from "../../platform/graph/parseInput.js";
import { type Connection, connectionOf } from "../../platform/lists/connection.js";
import { type ListDefinition, pageOf } from "../../platform/lists/keyset.js";
import { Allow } from "../../platform/security/authorize.js";
import { OrderDirection, PageArgs } from "../../platform/types/page.input.js";
import { Import } from "./import.entity.js";
import {
  CreateImportInput,
  DecideImportRowsInput,
  FixImportCellsInput,
  ImportIdInput,
  ImportRowsInput,
  ReplaceInImportInput,
  UpdateImportInput,
} from "./import.input.js";
import { importById } from "./import.loaders.js";
import {
  cancelImport,
  createImport,
  pauseImport,
  resumeImport,
  runImport,
  undoImport,
  updateImport,
} from "./import.service.js";
import { decideRows } from "./review/decideRows.js";
import { fixImportCells, replaceInImport } from "./review/fixCells.js";
import { includeRows, skipRows } from "./review/skipRows.js";

const ImportConnection = connectionOf(Import);

const listing: ListDefinition<Import, null, "CREATED_AT"> = {
  type: Import,
  where: () => [sql`true`],
  sortKeys: { CREATED_AT: { sql: sql`r.created_at`, type: "timestamptz" } },
  defaultOrder: { field: "CREATED_AT", direction: OrderDirection.DESC },
};

@ObjectType({ description: "The import as it is after the change." })
class ImportPayload {
  @Field(() => Import, { description: "The import." })
  import!: Import;
}

@ObjectType({ description: "The import whose rows were fixed, while it is checked anew." })
class FixedImportPayload {
  @Field(() => Import, { description: "The import." })
  import!: Import;

  @Field(() => Int, { description: "How many rows were changed." })
  rows!: number;
}

/** Imports, from a file to records. */
@Resolver()
export class ImportResolver {
  @Allow("imports:read")
  @Query(() => Import, {
    nullable: true,
    description: "One import by id; null where there is none.",
  })
  import(@Arg("id", () => ID) id: string, @Ctx() context: Context): Promise<Import | null> {
    return context.load(importById, parseId(id));
  }

  @Allow("imports:read")
  @Query(() => ImportConnection, { description: "Imports, the newest first." })
  imports(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Import>> {
    return pageOf(listing, page, context);
  }

  @Allow("imports:write")
  @Mutation(() => ImportPayload, {
    description: "Begins an import of an uploaded file: reads, matches and checks it.",
  })
  async createImport(
    @Arg("input", () => CreateImportInput) input: CreateImportInput,
    @Ctx() context: Context,
  ): Promise<ImportPayload> {
    return { import: await createImport(context, input) };
  }

  @Allow("imports:write")
  @Mutation(() => ImportPayload, {
    description: "Changes how it is read or matched, and checks it anew.",
  })
  async updateImport(
    @Arg("input", () => UpdateImportInput) input: UpdateImportInput,
    @Ctx() context: Context,
  ): Promise<ImportPayload> {
    return { import: await updateImport(context, input) };
  }

  @Allow("imports:write")
  @Mutation(() => ImportPayload, {
    description:
      "Applies exactly the plan; called twice, it runs once. Refused while rows are undecided, unless they are to be skipped.",
  })
  async runImport(
    @Arg("input", () => ImportIdInput) { id, skipUndecided }: ImportIdInput,
    @Ctx() context: Context,
  ): Promise<ImportPayload> {
    return { import: await runImport(context, id, skipUndecided ?? false) };
  }

  @Allow("imports:write")
  @Mutation(() => ImportPayload, { description: "Ends it; what was applied stays and is counted." })
  async cancelImport(
    @Arg("input", () => ImportIdInput) { id }: ImportIdInput,
    @Ctx() context: Context,
  ): Promise<ImportPayload> {
    return { import: await cancelImport(context, id) };
  }

  @Allow("imports:write")
  @Mutation(() => ImportPayload, {
    description: "Takes back what it did and nobody changed since, for 30 days.",
  })
  async undoImport(
    @Arg("input", () => ImportIdInput) { id }: ImportIdInput,
    @Ctx() context: Context,
  ): Promise<ImportPayload> {
    return { import: await undoImport(context, id) };
  }

  @Allow("imports:write")
  @Mutation(() => ImportPayload, { description: "Lets it rest after the rows that it is at." })
  async pauseImport(
    @Arg("input", () => ImportIdInput) { id }: ImportIdInput,
    @Ctx() context: Context,
  ): Promise<ImportPayload> {
    return { import: await pauseImport(context, id) };
  }

  @Allow("imports:write")
  @Mutation(() => ImportPayload, { description: "Lets a paused import go on where it was." })
  async resumeImport(
    @Arg("input", () => ImportIdInput) { id }: ImportIdInput,
    @Ctx() context: Context,
  ): Promise<ImportPayload> {
    return { import: await resumeImport(context, id) };
  }

  @Allow("imports:write")
  @Mutation(() => FixedImportPayload, {
    description: "Mends a cell, or all of its column that say the same, and checks the rows anew.",
  })
  fixImportCells(
    @Arg("input", () => FixImportCellsInput) input: FixImportCellsInput,
    @Ctx() context: Context,
  ): Promise<FixedImportPayload> {
    return fixImportCells(context, input);
  }

  @Allow("imports:write")
  @Mutation(() => FixedImportPayload, {
    description: "Replaces a text in the cells of a column, or of all, and checks the rows anew.",
  })
  replaceInImport(
    @Arg("input", () => ReplaceInImportInput) input: ReplaceInImportInput,
    @Ctx() context: Context,
  ): Promise<FixedImportPayload> {
    return replaceInImport(context, input);
  }

  @Allow("imports:write")
  @Mutation(() => FixedImportPayload, {
    description:
      "Decides what becomes of undecided rows, one by one or all that a filter fits, and plans them anew.",
  })
  decideImportRows(
    @Arg("input", () => DecideImportRowsInput) input: DecideImportRowsInput,
    @Ctx() context: Context,
  ): Promise<FixedImportPayload> {
    return decideRows(context, input);
  }

  @Allow("imports:write")
  @Mutation(() => FixedImportPayload, {
    description:
      "Leaves rows out, and plans the others anew as if those were not in the file; `includeImportRows` is the way back.",
  })
  skipImportRows(
    @Arg("input", () => ImportRowsInput) input: ImportRowsInput,
    @Ctx() context: Context,
  ): Promise<FixedImportPayload> {
    return skipRows(context, input);
  }

  @Allow("imports:write")
  @Mutation(() => FixedImportPayload, {
    description: "Takes rows in again that were left out, and plans anew.",
  })
  includeImportRows(
    @Arg("input", () => ImportRowsInput) input: ImportRowsInput,
    @Ctx() context: Context,
  ): Promise<FixedImportPayload> {
    return includeRows(context, input);
  }
}

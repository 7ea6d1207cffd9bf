import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { Allow } from "../../platform/security/authorize.js";
import { File } from "./file.entity.js";
import { RenameFileInput } from "./file.input.js";
import { deleteFile, renameFile, restoreFile } from "./file.service.js";

@ObjectType({ description: "The file as it is after the change." })
class FilePayload {
  @Field(() => File, { description: "The changed record." })
  file!: File;
}

/** Mutations of files; they are uploaded by `POST /files`. */
@Resolver(() => File)
export class FileResolver {
  @Allow("files:write")
  @Mutation(() => FilePayload, {
    description: "Gives a file another name; a stale version gets CONFLICT.",
  })
  async renameFile(
    @Arg("input", () => RenameFileInput) input: RenameFileInput,
    @Ctx() context: Context,
  ): Promise<FilePayload> {
    return { file: await renameFile(context, input) };
  }

  @Allow("files:write")
  @Mutation(() => FilePayload, {
    description: "Puts a file into the trash, from where it can be restored for 30 days.",
  })
  async deleteFile(
    @Arg("input", () => DeleteInput) input: DeleteInput,
    @Ctx() context: Context,
  ): Promise<FilePayload> {
    return { file: await deleteFile(context, input) };
  }

  @Allow("files:write")
  @Mutation(() => FilePayload, { description: "Takes a file out of the trash." })
  async restoreFile(
    @Arg("input", () => RestoreInput) input: RestoreInput,
    @Ctx() context: Context,
  ): Promise<FilePayload> {
    return { file: await restoreFile(context, input) };
  }
}

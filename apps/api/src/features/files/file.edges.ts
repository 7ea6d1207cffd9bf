import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { type Connection, connectionOf } from "../../platform/lists/connection.js";
import {
  DependsOn,
  type SelectedColumns,
  Selection,
} from "../../platform/performance/lookAhead.js";
import { Allow } from "../../platform/security/authorize.js";
import { PageArgs } from "../../platform/types/page.input.js";
import { User } from "../accounts/user.entity.js";
import { userById } from "../accounts/user.loaders.js";
import { Customer } from "../customers/customer.entity.js";
import { customerById } from "../customers/customer.loaders.js";
import { File } from "./file.entity.js";
import { FileFilter, FileOrder } from "./file.input.js";
import { filesByCustomer } from "./file.list.js";

const FileConnection = connectionOf(File);

@ArgsType()
class FilesArgs extends PageArgs {
  @Field(() => FileFilter, { nullable: true, description: "Which files; all unless given." })
  filter?: FileFilter | null;

  @Field(() => FileOrder, { nullable: true, description: "The newest first unless given." })
  orderBy?: FileOrder | null;
}

/** From a customer to its files. */
@Resolver(() => Customer)
export class CustomerFiles {
  @DependsOn()
  @Allow("files:read")
  @FieldResolver(() => FileConnection, { description: "The files of the customer." })
  files(
    @Root() customer: Customer,
    @Args(() => FilesArgs) args: FilesArgs,
    @Selection() selection: SelectedColumns<File>,
    @Ctx() context: Context,
  ): Promise<Connection<File>> {
    return context.load(filesByCustomer, customer.id, { ...args, selection });
  }
}

/** Fields of a file that are read from other tables. */
@Resolver(() => File)
export class FileEdges {
  @DependsOn<File>("customerId")
  @Allow("customers:read")
  @FieldResolver(() => Customer, {
    nullable: true,
    description: "Whose file it is; null for a sheet to import.",
  })
  customer(
    @Root() file: File,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer | null> | null {
    return file.customerId === null ? null : context.load(customerById, file.customerId, selection);
  }

  @DependsOn<File>("uploadedById")
  @Allow("files:read")
  @FieldResolver(() => User, { nullable: true, description: "Who uploaded it." })
  uploadedBy(@Root() file: File, @Ctx() context: Context): Promise<User | null> | null {
    return file.uploadedById === null ? null : context.load(userById, file.uploadedById);
  }
}

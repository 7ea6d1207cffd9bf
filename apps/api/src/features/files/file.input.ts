import { Field, ID, InputType, Int } from "type-graphql";
import type { SortOrder } from "../../platform/lists/keyset.js";
import { Allow } from "../../platform/security/authorize.js";
import { registerOrder } from "../../platform/types/orders.js";
import { OrderDirection } from "../../platform/types/page.input.js";

/** A new name for a file. */
@InputType({ description: "Another name for a file." })
export class RenameFileInput {
  @Field(() => ID, { description: "Which file." })
  id!: string;

  @Field(() => Int, { description: "The version that is changed; a stale one gets CONFLICT." })
  version!: number;

  @Field(() => String, {
    description:
      "The new name, at most 255 characters; folders and control characters are left out.",
  })
  name!: string;
}

/** Which files a list holds. */
@InputType({ description: "Which files a list holds." })
export class FileFilter {
  @Allow("files:read")
  @Field(() => String, {
    nullable: true,
    description: "Words that must occur in the name; accents and case do not matter.",
  })
  search?: string | null;
}

const FIELDS = { CREATED_AT: "files:read", NAME: "files:read", SIZE: "files:read" } as const;

/** What files can be sorted by. */
export type FileOrderField = keyof typeof FIELDS;

const FileOrderFieldEnum = registerOrder("FileOrderField", FIELDS, "What files can be sorted by.");

/** How files are sorted. */
@InputType({ description: "How files are sorted." })
export class FileOrder implements SortOrder<FileOrderField> {
  @Field(() => FileOrderFieldEnum, { description: "By what." })
  field!: FileOrderField;

  @Field(() => OrderDirection, {
    defaultValue: OrderDirection.ASC,
    description: "Which end comes first.",
  })
  direction!: OrderDirection;
}

import type { CustomerStatus } from "@clientela/shared/records/enums";
import { Field, ID, InputType, Int } from "type-graphql";
import { Allow } from "../../../platform/security/authorize.js";
import { CustomerStatusEnum } from "../customer.entity.js";
import { CustomerFilter } from "../list/customerFilter.js";

/** What to change of each customer; what is left out stays. */
@InputType({ description: "What to change of each customer; what is left out stays." })
export class BulkCustomerChanges {
  @Field(() => ID, { nullable: true, description: "Who looks after them; null: nobody." })
  ownerId?: string | null;

  @Field(() => [String], { nullable: true, description: "Labels to add where they are not there." })
  addTags?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Labels to take off, upper and lower case alike.",
  })
  removeTags?: string[] | null;

  @Field(() => CustomerStatusEnum, {
    nullable: true,
    description: "Where they stand; ARCHIVED is set by archiveCustomers.",
  })
  status?: CustomerStatus | null;
}

/** Which customers to change, named or described, and what of them. */
@InputType({ description: "Which customers to change, named or described, and what of them." })
export class BulkUpdateCustomersInput {
  @Field(() => [ID], {
    nullable: true,
    description: "These, 1,000 at the most; else all that search and filter describe.",
  })
  ids?: string[] | null;

  @Allow("customers:read")
  @Field(() => String, { nullable: true, description: "As in the list of customers." })
  search?: string | null;

  @Field(() => CustomerFilter, {
    nullable: true,
    description:
      "As in the list of customers, describing 20,000 at the most; {} means all but archived ones.",
  })
  filter?: CustomerFilter | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many the list showed; with any other number nothing is changed. Required with search and filter.",
  })
  expectedCount?: number | null;

  @Field(() => BulkCustomerChanges, { description: "What to change." })
  set!: BulkCustomerChanges;
}

/** Which bulk edit to undo. */
@InputType({ description: "Which bulk edit to undo." })
export class UndoBulkUpdateInput {
  @Field(() => ID, { description: "The editId that bulkUpdateCustomers returned." })
  editId!: string;
}

import { Field, InputType } from "type-graphql";
import type { SortOrder } from "../../platform/records/keyset.js";
import { registerEnum } from "../../platform/types/enums.js";
import { OrderDirection } from "../../platform/types/page.args.js";

/** What customers can be sorted by. */
export const CUSTOMER_ORDER_FIELDS = [
  "LEGAL_NAME",
  "NUMBER",
  "CITY",
  "COUNTRY",
  "STATUS",
  "OWNER",
  "CREATED_AT",
  "UPDATED_AT",
] as const;

/** What customers can be sorted by. */
export type CustomerOrderField = (typeof CUSTOMER_ORDER_FIELDS)[number];

const CustomerOrderFieldEnum = registerEnum(
  "CustomerOrderField",
  CUSTOMER_ORDER_FIELDS,
  "What customers can be sorted by; COUNTRY by its code, OWNER by the name, and both like STATUS by legal name within.",
);

/** How customers are sorted. */
@InputType({ description: "How customers are sorted." })
export class CustomerOrder implements SortOrder<CustomerOrderField> {
  @Field(() => CustomerOrderFieldEnum, { description: "By what." })
  field!: CustomerOrderField;

  @Field(() => OrderDirection, {
    defaultValue: OrderDirection.ASC,
    description: "Which end comes first.",
  })
  direction!: OrderDirection;
}

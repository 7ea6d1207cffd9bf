import { Field, ObjectType } from "type-graphql";
import { DocumentTotal } from "../documents/total.type.js";

/** The deals of a customer in figures. */
@ObjectType({ description: "The deals of a customer in figures." })
export class DealSummary {
  @Field(() => DocumentTotal, { description: "Neither won nor lost yet, with their values." })
  open!: DocumentTotal;

  @Field(() => DocumentTotal, { description: "Won, with their values." })
  won!: DocumentTotal;
}

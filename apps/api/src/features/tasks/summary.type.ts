import { Field, Int, ObjectType } from "type-graphql";

/** The metrics of a customer's tasks, by today in the organisation's time zone. */
@ObjectType({
  description: "The metrics of a customer's tasks, by today in the organisation's time zone.",
})
export class TaskSummary {
  @Field(() => Int, { description: "Not done, whatever the due date." })
  open!: number;

  @Field(() => Int, { description: "Not done and due before today." })
  overdue!: number;

  @Field(() => Int, { description: "Not done and due today." })
  dueToday!: number;

  @Field(() => Int, { description: "Not done and due after today." })
  upcoming!: number;

  @Field(() => Int, { description: "Done." })
  done!: number;
}

import { extendCustomerOrder } from "../customers/list/customerOrder.js";
import { eachOverdueTask } from "./task.list.js";

extendCustomerOrder(
  "OVERDUE_TASKS",
  "How many tasks are not done and due before today.",
  "tasks:read",
  eachOverdueTask,
);

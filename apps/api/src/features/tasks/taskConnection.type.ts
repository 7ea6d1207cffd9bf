import { connectionOf } from "../../platform/lists/connection.js";
import { Task } from "./task.entity.js";

/** Pages of tasks. */
export const TaskConnection = connectionOf(Task);

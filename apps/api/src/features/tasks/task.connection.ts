import { connectionOf } from "../../platform/records/connection.js";
import { Task } from "./task.entity.js";

/** Pages of tasks. */
export const TaskConnection = connectionOf(Task);

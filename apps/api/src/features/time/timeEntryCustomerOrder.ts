import { extendCustomerOrder } from "../customers/list/customerOrder.js";
import { minutesOfEach } from "./timeEntry.list.js";

extendCustomerOrder(
  "HOURS",
  "How long the projects were worked on.",
  "time:read",
  () => minutesOfEach,
);

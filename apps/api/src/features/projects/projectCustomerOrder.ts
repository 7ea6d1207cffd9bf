import { extendCustomerOrder } from "../customers/list/customerOrder.js";
import { eachActiveProject } from "./project.list.js";

extendCustomerOrder(
  "ACTIVE_PROJECTS",
  "How many projects are ACTIVE.",
  "projects:read",
  () => eachActiveProject,
);

import type { Feature } from "../platform/feature.js";
import { loadDemo } from "./loadDemo.js";

/** The door through which an admin fills an empty database with a demo. */
export const demo: Feature = {
  name: "demo",
  resolvers: [],
  routes: (server, app) => {
    server.post("/api/demo", { config: { rule: "settings:write" } }, () => loadDemo(app));
  },
};

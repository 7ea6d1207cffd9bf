import type { Feature } from "../platform/feature.js";
import { DemoResolver } from "./demo.resolver.js";
import { loadDemo } from "./loadDemo.js";

/** The doors through which an admin fills an empty database with a demo, and takes it away again. */
export const demo: Feature = {
  name: "demo",
  resolvers: [DemoResolver],
  routes: (server, app) => {
    server.post("/api/demo", { config: { rule: "settings:write" } }, () => loadDemo(app));
  },
};

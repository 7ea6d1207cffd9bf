import helmet from "helmet";
import type { App } from "../app.js";

/** Writes the headers that keep pages to themselves; made once, because making them costs more than writing them. */
export function safeHeaders(app: Pick<App, "publicUrl">): ReturnType<typeof helmet> {
  return helmet({
    hsts: app.publicUrl?.startsWith("https:") ?? false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The component library writes style elements and attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", "blob:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
  });
}

import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from "node:http";
import { Socket } from "node:net";
import helmet from "helmet";
import type { App } from "../app.js";

/**
 * The security headers of every response. None of them depends on the request, so helmet's chain of middleware runs once,
 * at the start, instead of for each request.
 */
export function safeHeaders(app: Pick<App, "publicUrl">): Readonly<OutgoingHttpHeaders> {
  const writeHeaders = helmet({
    hsts: app.publicUrl?.startsWith("https:") ?? false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The component library adds style elements and attributes.
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
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  writeHeaders(response.req, response, (error) => {
    if (error) throw error;
  });
  return { ...response.getHeaders() };
}

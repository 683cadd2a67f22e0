import { type Span, type Tracing, within } from "@alliance-hub/platform/trace/span";
import type { FastifyInstance } from "fastify";

declare module "fastify" {
  interface FastifyRequest {
    span: Span | undefined;
  }
}

/** Routes whose requests are traced; health and figures are asked for every few seconds. */
const TRACED = new Set(["/graphql", "/calendars/*"]);

/**
 * Makes each request a span, named by its route and later by its operation; the trace that a good
 * `traceparent` names is gone on with. Added before the routes.
 */
export function traceRequests(app: FastifyInstance, tracing: Tracing): void {
  app.decorateRequest("span", undefined);
  app.addHook("onRequest", (request, _reply, done) => {
    const route = request.routeOptions.url;
    if (route === undefined || !TRACED.has(route)) return done();
    request.span = tracing.begin(`${request.method} ${route}`, {
      kind: "server",
      headers: request.headers,
      attributes: {
        "http.request.method": request.method,
        "http.route": route,
        "hub.request_id": request.id,
      },
    });
    return within(request.span, done);
  });
  // A body is read from the socket, where nothing is known of the request: from here on it is again.
  app.addHook("preHandler", ({ span }, _reply, done) => (span ? within(span, done) : done()));
  app.addHook("onResponse", ({ span }, { statusCode }, done) => {
    if (!span) return done();
    span.note({ attributes: { "http.response.status_code": statusCode } });
    if (statusCode >= 500) span.fail(String(statusCode));
    // Whatever is logged of the request still names its trace.
    within(span, done);
    return span.end();
  });
}

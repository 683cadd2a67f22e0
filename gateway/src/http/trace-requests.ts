import { type Span, type Tracing, within } from "@alliance-hub/platform/trace/span";
import type { FastifyInstance } from "fastify";

declare module "fastify" {
  interface FastifyRequest {
    span: Span | undefined;
  }
}

/**
 * Routes whose requests are traced. Health and metrics are not, because they are requested every few seconds.
 */
const TRACED = new Set(["/graphql", "/calendars/*"]);

/**
 * Makes a span for each request, named by its route and later by its operation. It continues the trace of a
 * valid `traceparent`. Add it before the routes.
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
  // A body is read in the socket's context, which does not have the request's span. From here on the span is
  // current again.
  app.addHook("preHandler", ({ span }, _reply, done) => (span ? within(span, done) : done()));
  app.addHook("onResponse", ({ span }, { statusCode }, done) => {
    if (!span) return done();
    span.note({ attributes: { "http.response.status_code": statusCode } });
    if (statusCode >= 500) span.fail(String(statusCode));
    // Log lines of the request still name its trace.
    within(span, done);
    return span.end();
  });
}

import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { readAssets } from "./assets.ts";
import { parseExamples, withSamples } from "./examples.ts";
import { renderPage } from "./page.ts";
import type { SampleIds } from "./sample-values.ts";
import { securityHeaders } from "../pages/security-headers.ts";

/** What the explorer is given by the gateway. */
export interface ExplorerOptions {
  /**
   * GraphQL document text whose operations become the examples, sections marked by `# ── name ──`
   * lines. Only operations that the served schema accepts belong here; the caller filters them.
   */
  exampleOperations: string;
  /** Path that the page posts its operations to, on the same origin. Default `/graphql`. */
  endpoint?: string;
  /** Finds ids of records that are there for whoever the header is of, for sample variables. Default: placeholders. */
  sampleIds?: (authorization?: string) => Promise<Partial<SampleIds>>;
  /** The clock that sample dates start from. Default: the real one. */
  now?: () => Date;
}

/**
 * Fastify plugin: GraphiQL at `GET /explorer`, its files below `/explorer/`. All of it is
 * served from the package itself, so it works on a network with no way out.
 *
 * Registered without `fastify-plugin`, so that its headers stay on its own routes.
 *
 * @throws when the page was not built or the example operations do not parse.
 */
export async function explorer(app: FastifyInstance, options: ExplorerOptions): Promise<void> {
  const {
    exampleOperations,
    endpoint = "/graphql",
    sampleIds = async () => ({}),
    now = () => new Date(),
  } = options;
  const assets = await readAssets();
  const page = renderPage({ assets, endpoint, examples: "/explorer/examples.json" });
  const examples = parseExamples(exampleOperations);

  // Monaco, the editor inside GraphiQL, writes style elements for its themes.
  const headers = securityHeaders({ styles: "'unsafe-inline'" });
  app.addHook("onSend", async (_request, reply) => {
    reply.headers(headers);
  });

  app.get("/explorer", async (_request, reply) => {
    reply.header("cache-control", "no-cache");
    return reply.type("text/html; charset=utf-8").send(page);
  });

  app.get("/explorer/examples.json", async (request, reply) => {
    reply.header("cache-control", "no-cache").header("vary", "Authorization");
    return withSamples(examples, now(), await sampleIds(request.headers.authorization));
  });

  // File names carry a hash of their content, so a copy never goes stale. The build leaves a .br and
  // a .gz beside each file: browsers ask for brotli only over https, a closed network may have http.
  await app.register(fastifyStatic, {
    root: assets.folder,
    prefix: "/explorer/",
    immutable: true,
    maxAge: "365d",
    preCompressed: true,
    index: false,
    decorateReply: false,
  });
}

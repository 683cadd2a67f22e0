import { type IncomingMessage, type ServerResponse, createServer } from "node:http";

/**
 * Serves POST requests at the port that the environment names, and nothing else; by GET it is asked
 * whether it is ready.
 *
 * @param answer gives the JSON for a request's body; what it throws is answered with the status 500.
 */
export function serveJson(answer: (body: string) => Promise<string>): void {
  createServer((request, response) => serve(request, response, answer)).listen(
    Number(process.env["PORT"]),
    "127.0.0.1",
  );
}

function serve(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (body: string) => Promise<string>,
): void {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    if (request.method !== "POST") {
      response.end();
      return;
    }
    answer(Buffer.concat(chunks).toString("utf8")).then(
      (text) => send(response, 200, text),
      (error: unknown) => send(response, 500, String(error)),
    );
  });
}

function send(response: ServerResponse, status: number, text: string): void {
  const body = Buffer.from(text);
  response.writeHead(status, { "content-type": "application/json", "content-length": body.length });
  response.end(body);
}

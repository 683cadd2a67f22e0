import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { tell } from "@alliance-hub/platform/errors/tell";
import type { ChooseLanguage, Language } from "@alliance-hub/platform/words/language";
import type { FastifyReply, FastifyRequest } from "fastify";
import { languageOfReply } from "../errors/reply-errors.ts";
import type { Rendering } from "./renderings.ts";

/** The path of calendars; a secret follows it. */
export const CALENDARS = "/calendars/";

/** How long a program may use its copy without asking, in seconds. */
const MAX_AGE_SECONDS = 300;
/** When to ask again after a fault, in seconds. */
const RETRY_SECONDS = 60;

const UNKNOWN = new HubError("NOT_FOUND", {
  zh: "此日历网址无效或已撤销。",
  en: "There is no calendar at this address, or it was revoked.",
});
const UNAVAILABLE = new HubError("SUBGRAPH_UNAVAILABLE", {
  zh: "日历暂不可用，请稍后再试。",
  en: "The calendar cannot be read now; try again later.",
});

/** A calendar, unless the client has it already. */
export async function answerCalendar(
  request: FastifyRequest,
  reply: FastifyReply,
  { body, etag }: Rendering,
): Promise<FastifyReply> {
  void reply.headers({ etag, "cache-control": `private, max-age=${MAX_AGE_SECONDS}` });
  if (hasAlready(request.headers["if-none-match"], etag)) return await reply.code(304).send();
  return await reply
    .headers({
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="calendar.ics"',
      "x-content-type-options": "nosniff",
    })
    .send(body);
}

/** The same for an address that is malformed, unknown or revoked; the address is not repeated. */
export async function answerUnknown(
  request: FastifyRequest,
  reply: FastifyReply,
  chooseLanguage: ChooseLanguage,
): Promise<FastifyReply> {
  const language = languageOfReply(request, reply, chooseLanguage);
  return await short(reply.code(404), UNKNOWN, language);
}

/** Programs keep their copy until they ask again. */
export async function answerUnavailable(
  request: FastifyRequest,
  reply: FastifyReply,
  chooseLanguage: ChooseLanguage,
): Promise<FastifyReply> {
  const language = languageOfReply(request, reply, chooseLanguage);
  const retried = reply.code(503).header("retry-after", RETRY_SECONDS);
  return await short(retried, UNAVAILABLE, language);
}

async function short(
  reply: FastifyReply,
  error: HubError,
  language: Language,
): Promise<FastifyReply> {
  return await reply
    .headers({ "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" })
    .send(`${tell(error.toJSON(), language).message}\n`);
}

/**
 * Whether the client already has this content: `If-None-Match` names the tag, compared weakly (RFC 9110,
 * sections 8.8.3.2 and 13.1.2).
 */
export function hasAlready(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  const named: readonly string[] = ifNoneMatch.match(/"[^"]*"/g) ?? [];
  return named.includes(etag);
}

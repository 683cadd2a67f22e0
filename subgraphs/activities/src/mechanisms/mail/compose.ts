import type { Language } from "@alliance-hub/platform/words/language";
import { instantWords } from "@alliance-hub/platform/words/times";
import { inLanguage } from "@alliance-hub/platform/words/in-language";
import type { Words } from "@alliance-hub/platform/words/words";
import type { NoticeLine } from "./notice-source.ts";

/** A mail, before it has an address. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Who reads it, and where links lead. */
export interface MailReader {
  readonly language: Language;
  /** Address of the hub without a slash at the end; undefined: no links. */
  readonly hubAddress: string | undefined;
}

/** Longest subject, in characters; mail programs show less. */
const SUBJECT_LENGTH = 120;

const HUB: Words = { zh: "联盟枢纽", en: "Alliance Hub" };
const FOOTER: Words = {
  zh: "本邮件由联盟枢纽自动发出，请勿回复。何时发送、是否发送，可以在枢纽的邮件设置中更改。",
  en: "Alliance Hub sent this mail by itself; please do not reply. You can change when and whether it is sent in your mail settings there.",
};

/** The mail that tells of notices, oldest first. */
export function noticeMail(
  lines: readonly NoticeLine[],
  { isSummary, ...reader }: MailReader & { readonly isSummary: boolean },
): MailText {
  const say = sayIn(reader.language);
  const [first] = lines;
  const count = lines.length;
  const summary = {
    zh: `每日摘要：${count} 条通知`,
    en: `Daily summary: ${count} ${count === 1 ? "notice" : "notices"}`,
  };
  const subject = isSummary || !first ? say(summary) : first.text;
  const items = lines.map(({ occurredAt, text, path }) => ({
    at: say(instantWords(occurredAt)),
    text,
    link: path === null || reader.hubAddress === undefined ? undefined : reader.hubAddress + path,
  }));
  return {
    subject: shortened(`${say({ zh: "【联盟枢纽】", en: "[Alliance Hub] " })}${subject}`),
    text: textOf(
      items.map(({ at, text, link }) => [`${at}  ${text}`, ...(link ? [link] : [])].join("\n")),
      reader,
    ),
    html: htmlOf(
      items.map(({ at, text, link }) => `<p>${escaped(at)}<br>${anchor(text, link)}</p>`),
      reader,
    ),
  };
}

/** The mail with the code that confirms an address. */
export function codeMail(code: string, until: Date, reader: MailReader): MailText {
  const say = sayIn(reader.language);
  const shown = code.match(/.{1,4}/g)?.join("-") ?? code;
  const at = instantWords(until);
  const what = say({
    zh: `有人在联盟枢纽填写了此邮箱，用来接收通知。如果是您本人，请在邮件设置中填写验证码，${at.zh}以前有效：`,
    en: `Somebody entered this address at Alliance Hub to get notices. If it was you, enter this code in your mail settings before ${at.en}:`,
  });
  const ignore = say({
    zh: "如果不是您本人，请不必理会：未经确认，不会再有邮件寄来。",
    en: "If it was not you, ignore this mail: without the code nothing more is sent to you.",
  });
  return {
    subject: say({
      zh: "【联盟枢纽】确认您的邮箱",
      en: "[Alliance Hub] Confirm your mail address",
    }),
    text: textOf([what, `    ${shown}`, ignore], reader),
    html: htmlOf(
      [
        `<p>${escaped(what)}</p>`,
        `<p><strong style="font-size:1.3em;letter-spacing:.05em">${escaped(shown)}</strong></p>`,
        `<p>${escaped(ignore)}</p>`,
      ],
      reader,
    ),
  };
}

/** Words in the reader's language. */
export function sayIn(language: Language): (words: Words) => string {
  return (words) => inLanguage(words, language);
}

function textOf(paragraphs: readonly string[], { language, hubAddress }: MailReader): string {
  const say = sayIn(language);
  const footer = [say(FOOTER), ...(hubAddress === undefined ? [] : [hubAddress])].join("\n");
  return [...paragraphs, `-- \n${footer}`].join("\n\n").concat("\n");
}

function htmlOf(paragraphs: readonly string[], { language, hubAddress }: MailReader): string {
  const say = sayIn(language);
  const tag = language === "zh-Hant" ? "zh-TW" : language;
  const hub = anchor(say(HUB), hubAddress);
  return `<!doctype html>
<html lang="${tag}"><head><meta charset="utf-8"><title>${escaped(say(HUB))}</title></head>
<body style="font-family:sans-serif;line-height:1.6">
${paragraphs.join("\n")}
<hr><p style="color:#555">${escaped(say(FOOTER))} ${hub}</p>
</body></html>
`;
}

function anchor(text: string, link: string | undefined): string {
  return link === undefined ? escaped(text) : `<a href="${escaped(link)}">${escaped(text)}</a>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (one) => ENTITIES[one] ?? one);
}

/** A header has one line. */
function shortened(subject: string): string {
  const characters = Array.from(subject.replaceAll(/\s+/g, " ").trim());
  const isLong = characters.length > SUBJECT_LENGTH;
  return isLong ? `${characters.slice(0, SUBJECT_LENGTH - 1).join("")}…` : characters.join("");
}

import type { MailSettings } from "@alliance-hub/platform/mail/settings";
import type { Language } from "@alliance-hub/platform/words/language";
import { createTransport } from "nodemailer";
import type { MailText } from "./compose.ts";

/** A mail to one address. */
export interface OutgoingMail extends MailText {
  /** The same for each attempt: receivers drop doubles by it. */
  readonly id: string;
  readonly to: string;
  readonly language: Language;
  readonly createdAt: Date;
}

/** What came of an attempt. `AWAY`: no fault of this mail; the server could not be reached or refuses the hub. */
export type MailSent =
  | { readonly outcome: "TAKEN" }
  | { readonly outcome: "AWAY" | "REFUSED" | "LATER"; readonly error: string };

/** A connection to a mail server, opened when it is needed. */
export interface MailServer {
  /** Never throws. The description of a failure has no address and no text of the mail. */
  send(mail: OutgoingMail): Promise<MailSent>;
  close(): void;
}

/** Mails that are sent at once. */
export const CONNECTIONS = 4;
const [CONNECT_MS, SILENCE_MS] = [10_000, 30_000];
const IMPLICIT_TLS = 465;
const SUBMISSION = 587;

/** Codes of nodemailer for a server that cannot be reached, or does not let the hub in. */
const AWAY = new Set([
  "ECONNECTION",
  "ETIMEDOUT",
  "ESOCKET",
  "EDNS",
  "EAUTH",
  "ETLS",
  "EPROTOCOL",
  "ENOAUTH",
]);

/** Connects to the server of the settings. Name and password go only over TLS, unless the server is this machine. */
export function openMailServer({ smtpUrl, from }: MailSettings): MailServer {
  const url = new URL(smtpUrl);
  const secure = url.protocol === "smtps:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const isHere = ["localhost", "127.0.0.1", "::1"].includes(host);
  const user = decodeURIComponent(url.username);
  const transport = createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    host,
    port: url.port === "" ? (secure ? IMPLICIT_TLS : SUBMISSION) : Number(url.port),
    secure,
    ...(user === "" ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
    requireTLS: user !== "" && !isHere,
    ...(isHere ? { tls: { rejectUnauthorized: false } } : {}),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    // Nothing in a mail is ever read from a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf("@") + 1);
  return {
    send: async ({ id, to, subject, text, html, language, createdAt }) => {
      try {
        await transport.sendMail({
          messageId: `<${id}@${domain}>`,
          date: createdAt,
          from: { name: "联盟枢纽", address: from },
          to: { name: "", address: to },
          envelope: { from, to: [to] },
          subject,
          text,
          html,
          headers: {
            "Auto-Submitted": "auto-generated",
            "Content-Language": language === "zh-Hant" ? "zh-TW" : language,
          },
        });
        return { outcome: "TAKEN" };
      } catch (error) {
        return failure(error);
      }
    },
    close: () => transport.close(),
  };
}

function failure(error: unknown): MailSent {
  const read = (name: string): string => String(Reflect.get(Object(error), name) ?? "");
  const [code, status, command] = [read("code"), Number(read("responseCode")), read("command")];
  const said = [code, command, status > 0 ? String(status) : ""].filter((part) => part !== "");
  const description = said.join(" ") || "unknown";
  if (status >= 500 && code !== "EAUTH" && /^(?:MAIL|RCPT|DATA|API)/.test(command))
    return { outcome: "REFUSED", error: description };
  // A connection that breaks while the mail is passed on is a failed attempt of this mail.
  if (AWAY.has(code) && !/^(?:MAIL|RCPT|DATA)/.test(command) && !(status >= 400))
    return { outcome: "AWAY", error: description };
  return { outcome: code === "EAUTH" ? "AWAY" : "LATER", error: description };
}

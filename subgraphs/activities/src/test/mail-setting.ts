import type { AddressInfo } from "node:net";
import { until } from "@alliance-hub/testing/until";
import type { MailSettings } from "@alliance-hub/platform/mail/settings";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A mail as a mail program reads it, with the envelope that it came in. */
export interface ReceivedMail extends Email {
  readonly recipients: readonly string[];
}

/** A mail server on loopback, the real protocol. */
export interface MailReceiver extends AsyncDisposable {
  readonly settings: MailSettings;
  readonly received: ReceivedMail[];
  /** Decides about each recipient. Default: everybody is accepted. @throws Error with `responseCode`. */
  accept: (address: string) => void;
  /** Decides about each mail after it came whole: an error to answer with, or `BREAK` for no answer. Default: taken. */
  answer: (mail: ReceivedMail) => Error | "BREAK" | undefined;
  count(wanted: number): Promise<readonly ReceivedMail[]>;
  /** Mails to an address. */
  to(address: string): ReceivedMail[];
}

/** An answer of a mail server. */
export function answerWith(responseCode: number): Error {
  return Object.assign(new Error("no"), { responseCode });
}

/** Starts a mail server. */
export async function startMailReceiver(
  over: Partial<MailSettings> = {},
  options: SMTPServerOptions = {},
): Promise<MailReceiver> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) => {
      try {
        receiver.accept(address);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    onData: (stream, session, done) => {
      const read = async (): Promise<void> => {
        const parts: Buffer[] = [];
        for await (const part of stream) parts.push(part as Buffer);
        const parsed = await PostalMime.parse(Buffer.concat(parts));
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        const mail = { ...parsed, recipients };
        received.push(mail);
        const answer = receiver.answer(mail);
        if (answer === "BREAK") server.connections.forEach((one) => one.close());
        else done(answer ?? null);
      };
      // The other side may leave in the middle.
      read().catch(done);
    },
    ...options,
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const receiver: MailReceiver = {
    settings: {
      smtpUrl: `smtp://127.0.0.1:${port}`,
      from: "hub@alliance.example",
      hubAddress: "https://hub.example",
      idleMs: 20,
      awayMs: 50,
      ...over,
    },
    received,
    accept: () => undefined,
    answer: () => undefined,
    count: (wanted) =>
      until(
        () => received,
        (found) => found.length >= wanted,
      ),
    to: (address) => received.filter(({ recipients }) => recipients.includes(address)),
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
  return receiver;
}

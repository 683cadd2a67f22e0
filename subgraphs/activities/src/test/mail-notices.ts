import { randomUUID } from "node:crypto";
import { connectDatabase } from "@alliance-hub/platform/database/connect";
import type { MailSettings } from "@alliance-hub/platform/mail/settings";
import { inTraditional } from "@alliance-hub/platform/words/traditional";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { SCHEMA, entities } from "../database.ts";
import { startMailWorker } from "../mechanisms/mail/mail-worker.ts";
import type { MailTables, NoticeSource, SourceNotice } from "../mechanisms/mail/notice-source.ts";
import type { CalendarSetting } from "./calendar-setting.ts";
import type { MailReceiver } from "./mail-setting.ts";

/** Notices that a test makes up, and who may no longer read which. */
export interface MadeUpNotices {
  readonly source: NoticeSource;
  /** @returns the notice's id. */
  add(notice: { subjects: readonly string[]; text: string; recordId?: string; at?: Date }): string;
  /** Hides a notice from everybody. */
  hide(id: string): void;
  /** Whom texts were read for. */
  readonly readers: (string | null)[];
}

/** A log of notices that has none yet. */
export function madeUpNotices(clock: { readonly now: Date }): MadeUpNotices {
  const all: (SourceNotice & { readonly text: string })[] = [];
  const hidden = new Set<string>();
  const readers: (string | null)[] = [];
  return {
    readers,
    source: {
      end: async () => all.length,
      behind: async (_database, after, size) => {
        const notices = all.slice(after, after + size);
        const end = after + notices.length;
        return { notices, end, hasMore: end < all.length };
      },
      read: async (_database, { viewer, language }, ids) => {
        readers.push(viewer.subject);
        return all
          .filter(({ id, subjects }) => ids.includes(id) && subjects.includes(viewer.subject ?? ""))
          .filter(({ id }) => !hidden.has(id))
          .map(({ id, occurredAt, text, recordId }) => ({
            id,
            occurredAt,
            text: language === "zh-Hant" ? inTraditional(text) : text,
            path: `/activities/${recordId}`,
          }));
      },
    },
    add: ({ subjects, text, recordId = randomUUID(), at = clock.now }) => {
      const id = randomUUID();
      all.push({ id, subjects, noun: "Activity", recordId, occurredAt: at, text });
      return id;
    },
    hide: (id) => hidden.add(id),
  };
}

/** A process that sends mail. */
export function startMail(
  setting: CalendarSetting,
  mail: MailSettings | undefined,
  source?: NoticeSource,
): AsyncDisposable {
  const { databaseUrl, clock, config } = setting;
  const { log } = config;
  return startMailWorker({
    databaseUrl,
    schema: SCHEMA,
    connect: () => connectDatabase<MailTables>({ url: databaseUrl, schema: SCHEMA, log }, entities),
    log,
    clock: () => clock.now,
    mail,
    source,
  });
}

const FIELDS = "mailSettings { address mode language confirmedAt codeUntil version }";
export const SET = `mutation ($input: SetMailSettingsInput!) { setMailSettings(input: $input) { ${FIELDS} } }`;
export const CONFIRM = `mutation ($input: ConfirmMailAddressInput!) { confirmMailAddress(input: $input) { ${FIELDS} } }`;
export const REMOVE = `mutation ($input: RemoveMailSettingsInput!) { removeMailSettings(input: $input) { id } }`;
export const READ = `{ ${FIELDS} }`;

/** A person without any office. */
export function somebody(
  subject = `person-${randomUUID()}`,
): Viewer & { readonly subject: string } {
  return { ...ANONYMOUS, kind: "PERSON", subject };
}

/** A person who wants mail and has confirmed the address, through the mail that came. */
export async function confirmed(
  setting: CalendarSetting,
  server: MailReceiver,
  input: object = {},
): Promise<{ readonly subject: string; readonly address: string; readonly viewer: Viewer }> {
  const viewer = somebody();
  const address = `${viewer.subject}@example.org`;
  const { message } = await setting.call(viewer, SET, { input: { address, ...input } });
  if (message !== undefined) throw new Error(message);
  for (let seen = 0; server.to(address).length === 0; seen++) await server.count(seen);
  const code = codeIn(server.to(address).at(-1)?.text);
  const done = await setting.call(viewer, CONFIRM, { input: { code } });
  if (done.message !== undefined) throw new Error(done.message);
  return { subject: viewer.subject, address, viewer };
}

/** The code that a mail carries. */
export function codeIn(text: string | undefined): string {
  return /\b\w{4}-\w{4}-\w{4}\b/.exec(text ?? "")?.[0] ?? "";
}

/** Kind and state of all messages, or of one person's. */
export async function outboxStates(setting: CalendarSetting, subject?: string): Promise<string[]> {
  const { rows } = await setting.admin.query(
    "select kind || ' ' || state as told from activities.mail_outbox where $1::text is null or subject = $1 order by id",
    [subject ?? null],
  );
  return rows.map(({ told }) => String(told));
}

import { randomUUID } from "node:crypto";
import type { Database } from "@alliance-hub/platform/database/connect";
import { Outage } from "@alliance-hub/platform/database/outage";
import { STOP_MS, within } from "@alliance-hub/platform/database/within";
import { awayIn } from "@alliance-hub/platform/errors/database-away";
import type { Log } from "@alliance-hub/platform/log/log";
import type { MailSettings } from "@alliance-hub/platform/mail/settings";
import { idsBy } from "@alliance-hub/platform/subgraph/context";
import { disposeTogether } from "@alliance-hub/platform/process/dispose-together";
import { listenTo } from "@alliance-hub/updates/notifications";
import { startWorkLoop } from "@alliance-hub/updates/work-loop";
import { clearMail, freeDeadMail, leaseMail, releaseMail } from "../mail-outbox/lease.ts";
import { type QueueWorker, openWorker } from "../queue-worker/queue-worker.ts";
import { type NoticeSourceConfig, createNoticeSource } from "./log-of-notices.ts";
import type { MailTables, NoticeSource } from "./notice-source.ts";
import { putNewNotices } from "./put-notices.ts";
import { sendLeased } from "./send-leased.ts";
import { CONNECTIONS, openMailServer } from "./smtp.ts";

/** What the mail worker works with. */
export interface MailWorkerConfig {
  readonly databaseUrl: string;
  readonly schema: string;
  /** Opens the worker's own connections. */
  readonly connect: () => Promise<Database<MailTables>>;
  readonly log: Log;
  readonly clock: () => Date;
  /** Undefined: nothing is sent. */
  readonly mail: MailSettings | undefined;
  /** The context of a reader, with the words of notices. */
  readonly createContext?: NoticeSourceConfig["createContext"];
  /** Default: the log of notices, if there is a `createContext`; otherwise none, and only codes are mailed. */
  readonly source?: NoticeSource | undefined;
}

const IDLE_MS = 3000;
const AWAY_MS = 30_000;
const HOUR_MS = 3_600_000;

/**
 * Puts notices into the outbox and sends what is due, until it is disposed of. Several workers may work on one
 * database; what one had leased that was killed is taken over by the others.
 */
export function startMailWorker(config: MailWorkerConfig): AsyncDisposable {
  const { mail, schema, log, clock, createContext } = config;
  const { source = createContext && createNoticeSource({ createContext, clock }) } = config;
  if (!mail) return { [Symbol.asyncDispose]: async () => undefined };
  const { idleMs = IDLE_MS, awayMs = AWAY_MS, hubAddress, pausesMs } = mail;
  const ending = new AbortController();
  const underWay = new Set<Promise<void>>();
  const opened: AsyncDisposable[] = [];
  const server = openMailServer(mail);
  const newId = idsBy(clock);
  const outage = new Outage({ name: `${schema} mail worker`, log });
  let database: Database<MailTables> | undefined;
  let worker: QueueWorker | undefined;
  let isListening = false;
  let [freedAt, clearedAt, awayAt] = [0, 0, Number.NEGATIVE_INFINITY];
  let isAway = false;
  let isClosed = false;

  const keep = async <T extends AsyncDisposable>(resource: T): Promise<T> => {
    if (isClosed) await resource[Symbol.asyncDispose]();
    else opened.push(resource);
    return resource;
  };
  const onAway = (error: string): void => {
    awayAt = performance.now();
    if (!isAway) log.warn(`the mail server takes no mail: ${error}; it is tried again`);
    isAway = true;
  };
  const onTaken = (): void => {
    if (isAway) log.info("the mail server takes mail again");
    isAway = false;
  };

  const work = async (): Promise<void> => {
    database ??= await keep(await config.connect());
    const { rows } = database;
    if (!isListening) {
      const channel = { url: config.databaseUrl, schema, channel: "mail_outbox" };
      await keep(await listenTo(channel, () => loop.wake()));
      isListening = true;
    }
    // It becomes another worker: the leases of the lost one no longer belong to it.
    if (worker?.lost.aborted) worker = undefined;
    worker ??= await openWorker(config, ending.signal);
    outage.reached();
    if (ending.signal.aborted) return;
    if (performance.now() - freedAt >= idleMs) {
      freedAt = performance.now();
      const freed = await freeDeadMail(rows);
      if (freed > 0) log.info({ mails: freed }, "mails were taken over from a worker that crashed");
    }
    if (source && (await putNewNotices({ database, source, clock, newId }))) loop.wake();
    // While the server is away one mail tries it from time to time.
    const limit = isAway ? 1 - underWay.size : CONNECTIONS - underWay.size;
    if (limit > 0 && performance.now() - awayAt >= awayMs) {
      const question = { leaseId: randomUUID(), leasedBy: worker.number, limit, now: clock() };
      for (const leased of await leaseMail(rows, question)) {
        if (ending.signal.aborted) await releaseMail(rows, leased);
        else begin(sendLeased({ ...sending, database }, leased));
      }
    }
    if (performance.now() - clearedAt < HOUR_MS && clearedAt > 0) return;
    clearedAt = performance.now();
    await clearMail(rows, clock());
  };
  const sending = {
    source,
    server,
    clock,
    log,
    hubAddress,
    onAway,
    onTaken,
    ...(pausesMs ? { pausesMs } : {}),
  };
  const begin = (sent: Promise<void>): void => {
    const watched = sent.finally(() => {
      underWay.delete(watched);
      loop.wake();
    });
    underWay.add(watched);
  };
  const loop = startWorkLoop({
    work,
    idleMs,
    onFault: (err) => {
      if (!awayIn(err)) log.warn({ err }, "the mail worker failed; it tries again");
      else if (!ending.signal.aborted) outage.unreachable(err);
    },
  });
  const close = async (): Promise<void> => {
    isClosed = true;
    server.close();
    // The worker's lock is released with its session.
    await disposeTogether([...opened.splice(0), ...(worker ? [worker] : [])]);
    worker = undefined;
  };
  return {
    [Symbol.asyncDispose]: async () => {
      ending.abort();
      const finish = async (): Promise<void> => {
        await loop[Symbol.asyncDispose]();
        await Promise.all(underWay);
      };
      await within(STOP_MS, finish(), undefined);
      await close();
    },
  };
}

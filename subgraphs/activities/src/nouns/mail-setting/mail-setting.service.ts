import { randomInt } from "node:crypto";
import { change, requireVersion } from "@alliance-hub/platform/change/change";
import { HubError, badInput, conflict, forbidden } from "@alliance-hub/platform/errors/hub-error";
import { gathered } from "@alliance-hub/platform/errors/faults";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { instantWords } from "@alliance-hub/platform/words/times";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { LockMode } from "@mikro-orm/core";
import { sql } from "kysely";
import { countCodes, putCode } from "../../mechanisms/mail-outbox/put.ts";
import { MailSetting } from "./mail-setting.entity.ts";
import {
  ADDRESS,
  CODE,
  CODE_CHARACTERS,
  CODE_LENGTH,
  type ConfirmMailAddressInput,
  type RemoveMailSettingsInput,
  type SetMailSettingsInput,
} from "./mail-setting.input.ts";
import type {
  MailSettingContext,
  MailSettingRow,
  MailSettingTables,
} from "./mail-setting.loaders.ts";
import { type MailSettingAction, can } from "./mail-setting.policy.ts";

const DAY_MS = 86_400_000;
/** Codes that are mailed for one person within a day, so that nobody fills a stranger's mailbox. */
const MAX_CODES = 5;

/**
 * Sets whether and where the viewer gets mail. A code is mailed to an address that is new or not confirmed yet.
 *
 * @throws HubError `UNAUTHENTICATED`, `FORBIDDEN` for partner systems, `BAD_USER_INPUT`, `CONFLICT`,
 * `RATE_LIMITED` after too many codes.
 */
export async function setMailSettings(
  context: MailSettingContext,
  input: SetMailSettingsInput,
): Promise<MailSettingRow> {
  const subject = requirePerson(context.viewer, "set");
  const { address } = gathered({
    address: () => (input.address == null ? null : ADDRESS.check("address", input.address)),
  });
  const mutation = { action: "setMailSettings", input, reload: () => context.mailSettings.own() };
  return await change(context, mutation, async (work) => {
    const setting = (await lockOwn(work, subject)) ?? begin(context, work, { subject, address });
    requireVersion(setting, input.version);
    if (address !== null && address !== setting.address)
      Object.assign(setting, { address, confirmedAt: null, secretCode: null, codeUntil: null });
    if (input.mode != null) setting.mode = input.mode;
    if (input.language != null) setting.language = input.language;
    setting.updatedAt = work.now;
    if (setting.mode !== "NONE" && setting.confirmedAt === null)
      await sendCode(context, work, setting);
    return noted(setting);
  });
}

/**
 * Confirms the viewer's address with the code that was mailed to it.
 *
 * @throws HubError `UNAUTHENTICATED`, `FORBIDDEN`, `BAD_USER_INPUT` for another code, `CONFLICT` if there is none.
 */
export async function confirmMailAddress(
  context: MailSettingContext,
  input: ConfirmMailAddressInput,
): Promise<MailSettingRow> {
  const subject = requirePerson(context.viewer, "confirm");
  const code = CODE.check("code", input.code);
  const mutation = {
    action: "confirmMailAddress",
    input,
    reload: () => context.mailSettings.own(),
  };
  return await change(context, mutation, async (work) => {
    const setting = await lockOwn(work, subject);
    if (!setting?.secretCode || !setting.codeUntil || setting.codeUntil <= work.now)
      throw noCode(setting);
    if (setting.secretCode !== code) {
      throw badInput("code", {
        zh: "验证码不对。请照最近一封邮件中的填写。",
        en: '"code" is not the one that was sent. Copy it from the latest mail.',
      });
    }
    Object.assign(setting, { confirmedAt: work.now, secretCode: null, codeUntil: null });
    setting.updatedAt = work.now;
    return noted(setting);
  });
}

/**
 * Removes the viewer's settings with the address. What waits to be sent is sent to nobody.
 *
 * @throws HubError `UNAUTHENTICATED`, `FORBIDDEN`, `CONFLICT` if there are none.
 */
export async function removeMailSettings(
  context: MailSettingContext,
  input: RemoveMailSettingsInput,
): Promise<{ readonly id: string }> {
  const subject = requirePerson(context.viewer, "remove");
  const reload = (id: string) => Promise.resolve({ id });
  return await change(context, { action: "removeMailSettings", input, reload }, async (work) => {
    const setting = await lockOwn(work, subject);
    if (!setting) throw noSettings();
    work.em.remove(setting);
    return { record: { id: setting.id }, audit: noted(setting).audit };
  });
}

/** @throws HubError `UNAUTHENTICATED`, or `FORBIDDEN` for a partner system. */
function requirePerson(viewer: Viewer, action: MailSettingAction): string {
  const { subject } = viewer;
  if (subject !== null && can(viewer, action, { subject })) return subject;
  throw forbidden(viewer, {
    zh: "邮件设置属于个人。请以个人身份登录后办理；合作系统请登记推送地址。",
    en: "Mail settings belong to a person. Sign in as a person; partner systems register a webhook endpoint.",
  });
}

/** The settings of a person, locked; null if there are none. Whoever sets them first waits for nobody else's. */
async function lockOwn(
  { em, rows }: Work<MailSettingTables>,
  subject: string,
): Promise<MailSetting | null> {
  await sql`select pg_advisory_xact_lock(hashtext('mail_setting'), hashtext(${subject}))`.execute(
    rows,
  );
  return await em.findOne(MailSetting, { subject }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

/** @throws HubError `BAD_USER_INPUT` without an address. */
function begin(
  { newId }: MailSettingContext,
  { em, now }: Work<MailSettingTables>,
  { subject, address }: { readonly subject: string; readonly address: string | null },
): MailSetting {
  if (address === null) {
    throw badInput("address", {
      zh: "您还没有登记邮箱。请填写邮箱地址。",
      en: '"address" is missing: you have no mail address yet. Give one.',
    });
  }
  const stamp = { id: newId(), createdAt: now, updatedAt: now };
  const none = { confirmedAt: null, secretCode: null, codeUntil: null };
  const usual = { mode: "AT_ONCE", language: "ZH_CN" } as const;
  return em.create(MailSetting, { ...stamp, subject, address, ...usual, ...none });
}

/** @throws HubError `RATE_LIMITED`. */
async function sendCode(
  { newId }: MailSettingContext,
  { rows, now }: Work<MailSettingTables>,
  setting: MailSetting,
): Promise<void> {
  const { subject } = setting;
  const since = new Date(now.getTime() - DAY_MS);
  if ((await countCodes(rows, { subject, since })) >= MAX_CODES) {
    throw new HubError("RATE_LIMITED", {
      zh: `一天之内最多寄送 ${MAX_CODES} 次验证码。请明天再试。`,
      en: `At most ${MAX_CODES} codes are sent within a day. Try again tomorrow.`,
    });
  }
  if (!setting.secretCode || !setting.codeUntil || setting.codeUntil <= now)
    setting.secretCode = newCode();
  setting.codeUntil = new Date(now.getTime() + DAY_MS);
  await putCode(rows, { id: newId(), subject, now });
}

function newCode(): string {
  const one = (): string => CODE_CHARACTERS.charAt(randomInt(CODE_CHARACTERS.length));
  return Array.from({ length: CODE_LENGTH }, one).join("");
}

function noCode(setting: MailSetting | null): HubError {
  if (!setting) return noSettings();
  if (setting.confirmedAt) {
    const at = instantWords(setting.confirmedAt);
    return conflict({
      zh: `邮箱已于${at.zh}确认，不必再次确认。`,
      en: `The address was confirmed at ${at.en}; there is nothing left to confirm.`,
    });
  }
  return conflict({
    zh: "验证码已过期，或尚未寄送。请重新保存邮件设置，枢纽会寄送新的验证码。",
    en: "The code has expired, or none was sent. Save the settings again with setMailSettings, and a new one is sent.",
  });
}

function noSettings(): HubError {
  return conflict({
    zh: "您还没有邮件设置。请先填写邮箱地址。",
    en: "You have no mail settings yet. Give an address with setMailSettings first.",
  });
}

/** They belong to no unit and no place. */
function noted(record: MailSetting) {
  return { record, audit: { noun: "MailSetting", recordId: record.id, regionPath: [] } };
}

import type { SettingsReader } from "../settings/settings-reader.ts";
import { MAIL_ADDRESS } from "./mail-address.ts";
import type { MailSettings } from "./settings.ts";

/**
 * Reads how mail is sent: `SMTP_URL`, `HUB_MAIL_FROM`, `HUB_ADDRESS`. Values of `SMTP_URL` are never repeated,
 * since they may hold a password.
 *
 * @returns undefined if no server is set; then no mail is sent.
 */
export function readMailSettings({ faults, text, url }: SettingsReader): MailSettings | undefined {
  const smtpUrl = url("SMTP_URL", ["smtp:", "smtps:"]);
  const hubAddress = url("HUB_ADDRESS", ["http:", "https:"])?.replace(/\/+$/, "");
  const from = text("HUB_MAIL_FROM");
  if (from !== undefined && !MAIL_ADDRESS.test(from))
    faults.push(
      `HUB_MAIL_FROM is "${from}"; it must be one mail address, such as hub@example.org.`,
    );
  if (smtpUrl === undefined) return undefined;
  if (from === undefined)
    faults.push(
      "HUB_MAIL_FROM is not set; give the address that mail comes from, as SMTP_URL is set.",
    );
  return { smtpUrl, from: from ?? "", ...(hubAddress === undefined ? {} : { hubAddress }) };
}

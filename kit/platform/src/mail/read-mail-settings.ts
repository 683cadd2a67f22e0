import type { SettingsReader } from "../settings/settings-reader.ts";
import { MAIL_ADDRESS } from "./mail-address.ts";
import type { MailSettings } from "./settings.ts";

/**
 * Reads how mail is sent: `SMTP_URL`, `HUB_MAIL_FROM`. Values of `SMTP_URL` are never repeated,
 * since they may hold a password.
 *
 * @param hubAddress for links, as {@link readHubAddress} reads it.
 * @returns undefined if no server is set; then no mail is sent.
 */
export function readMailSettings(
  { faults, text, url }: SettingsReader,
  hubAddress: string | undefined,
): MailSettings | undefined {
  const smtpUrl = url("SMTP_URL", ["smtp:", "smtps:"]);
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

/** Reads where people open the hub, for links: `HUB_ADDRESS`, without a slash at the end. */
export function readHubAddress({ url }: SettingsReader): string | undefined {
  return url("HUB_ADDRESS", ["http:", "https:"])?.replace(/\/+$/, "");
}

import { badInput } from "@alliance-hub/kit/errors/hub-error";

/** A place in the log: all entries up to it have been looked at. */
export interface LogPosition {
  /** Which log it was read from; another one after a restore or a reset. */
  readonly epoch: string;
  readonly number: number;
}

const FORM = /^([0-9a-f]{12})\.(\d{1,15})$/;

/** As clients have it: opaque to them. */
export function encodePosition({ epoch, number }: LogPosition): string {
  return Buffer.from(`${epoch}.${number}`, "latin1").toString("base64url");
}

/** @throws HubError `BAD_USER_INPUT` for anything that is no position. */
export function decodePosition(text: string): LogPosition {
  const parts = FORM.exec(Buffer.from(text.slice(0, 100), "base64url").toString("latin1"));
  const [, epoch, number] = parts ?? [];
  if (epoch === undefined || number === undefined) {
    throw badInput(
      "after",
      `"after" is no position of the update log. Pass "position" of an update or "endPosition" of a page, or leave it out.`,
    );
  }
  return { epoch, number: Number(number) };
}

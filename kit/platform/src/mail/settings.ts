/** How mail is sent; part of a subgraph's configuration. Without it nothing is sent. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with name and password where the server wants them. */
  readonly smtpUrl: string;
  /** Address of the sender. */
  readonly from: string;
  /** Address of the hub as people open it, for links, without a slash at the end. Default: no links. */
  readonly hubAddress?: string;
  /** Maximum time between two looks for due mail, in milliseconds. Default 3000. */
  readonly idleMs?: number;
  /** Pauses after failed attempts, in milliseconds. Default: from a minute to a day. */
  readonly pausesMs?: readonly number[];
  /** Pause after the server could not be reached, in milliseconds. Default 30,000. */
  readonly awayMs?: number;
}

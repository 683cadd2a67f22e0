import { createHmac } from "node:crypto";

/** The robots of chat groups: 企业微信, 钉钉, 飞书. */
export type Robot = "ROBOT_WECOM" | "ROBOT_DINGTALK" | "ROBOT_FEISHU";

/**
 * Pause between two messages of one robot, in milliseconds. Each service takes 20 a minute (飞书 more), and blocks a
 * robot for minutes that sends more often.
 */
export const ROBOT_PAUSE_MS = 3200;

/** One message: what it is about, and lines that say more. */
export interface RobotText {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A request to a robot. */
export interface RobotPost {
  readonly address: string;
  readonly body: string;
}

/** Maximum length of a message, in bytes: that of the service that takes least (企业微信, 4096), with room. */
const MOST_BYTES = 4000;
/** Longest line, in characters. */
const LINE_LENGTH = 160;

/** Characters that a service would read as formatting, a link or a mention, with those that only look like them. */
const HARMLESS: Readonly<Record<string, string>> = {
  "<": "＜",
  ">": "＞",
  "[": "［",
  "]": "］",
  "*": "＊",
  _: "＿",
  "`": "｀",
  "#": "＃",
  "@": "＠",
  "\\": "＼",
};

/** A text of one line that is shown as it is and mentions nobody. */
function plain(text: string): string {
  const line = text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[<>[\]*_`#@\\]/g, (one) => HARMLESS[one] ?? one);
  const characters = Array.from(line);
  return characters.length > LINE_LENGTH
    ? `${characters.slice(0, LINE_LENGTH - 1).join("")}…`
    : line;
}

function written(robot: Robot, { title, lines }: RobotText): string {
  const [head, rest] = [plain(title), lines.map(plain)];
  if (robot === "ROBOT_WECOM") return [`**${head}**`, ...rest.map((line) => `>${line}`)].join("\n");
  if (robot === "ROBOT_DINGTALK")
    return [`#### ${head}`, ...rest.map((line) => `- ${line}`)].join("\n");
  return [head, ...rest].join("\n");
}

/** How many of some texts fit into one message, in their order; at least one. */
export function fittingTexts(robot: Robot, texts: readonly RobotText[]): number {
  let bytes = 0;
  const over = texts.findIndex((text) => {
    bytes += Buffer.byteLength(written(robot, text)) + 2;
    return bytes > MOST_BYTES;
  });
  return over === -1 ? texts.length : Math.max(over, 1);
}

/**
 * One message with all texts, in the form that the service documents:
 * https://developer.work.weixin.qq.com/document/path/91770 (企业微信),
 * https://open.dingtalk.com/document/robots/custom-robot-access (钉钉),
 * https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot (飞书).
 *
 * @param secret signs the request, where the service signs; empty for none.
 */
export function robotPost(
  robot: Robot,
  texts: readonly RobotText[],
  {
    address,
    secret,
    now,
  }: { readonly address: string; readonly secret: string; readonly now: Date },
): RobotPost {
  const content = texts.map((text) => written(robot, text)).join("\n\n");
  if (robot === "ROBOT_WECOM")
    return { address, body: JSON.stringify({ msgtype: "markdown", markdown: { content } }) };
  if (robot === "ROBOT_DINGTALK") {
    const title = plain(texts[0]?.title ?? "");
    const body = JSON.stringify({ msgtype: "markdown", markdown: { title, text: content } });
    return { address: secret === "" ? address : signedAddress(address, secret, now), body };
  }
  const sign = secret === "" ? {} : feishuSign(secret, now);
  return {
    address,
    body: JSON.stringify({ ...sign, msg_type: "text", content: { text: content } }),
  };
}

/** 钉钉: the time in milliseconds and the secret, signed with the secret. */
function signedAddress(address: string, secret: string, now: Date): string {
  const url = new URL(address);
  const timestamp = String(now.getTime());
  url.searchParams.set("timestamp", timestamp);
  url.searchParams.set("sign", hmac(secret, `${timestamp}\n${secret}`));
  return url.href;
}

/** 飞书: nothing, signed with the time in seconds and the secret. */
function feishuSign(
  secret: string,
  now: Date,
): { readonly timestamp: string; readonly sign: string } {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return { timestamp, sign: hmac(`${timestamp}\n${secret}`, "") };
}

function hmac(key: string, text: string): string {
  return createHmac("sha256", key).update(text).digest("base64");
}

/** What a robot answered, although the status was 200. */
export interface RobotFault {
  readonly error: string;
  /** For how long it wants nothing. */
  readonly retryAfterMs?: number;
}

/** Codes for "too often": 45009 and 45033 (企业微信), 130101 and 410100 (钉钉), 9499 and 11232 (飞书), with the block. */
const TOO_OFTEN = new Map([
  [45_009, 60_000],
  [45_033, 60_000],
  [130_101, 600_000],
  [410_100, 600_000],
  [9499, 60_000],
  [11_232, 60_000],
]);

/** Reads the answer of a robot: these services say in the body what went wrong. @returns undefined if it took it. */
export function robotFault(body: string): RobotFault | undefined {
  const code = codeIn(body);
  if (code === 0) return undefined;
  if (code === undefined) return { error: "The answer was not that of a group robot." };
  const retryAfterMs = TOO_OFTEN.get(code);
  const what = retryAfterMs === undefined ? "did not take the message" : "was sent to too often";
  return {
    error: `The robot ${what}: code ${code}.`,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

function codeIn(body: string): number | undefined {
  try {
    const answer: unknown = JSON.parse(body);
    const code: unknown = ["errcode", "code", "StatusCode"]
      .map((name): unknown => Reflect.get(Object(answer), name))
      .find((value) => typeof value === "number");
    return typeof code === "number" ? code : undefined;
  } catch {
    return undefined;
  }
}

import type { RobotText } from "@alliance-hub/platform/webhooks/robots";
import { valueWords } from "@alliance-hub/platform/words/enumerations";
import { rangeWords } from "@alliance-hub/platform/words/times";
import { whereWords } from "@alliance-hub/platform/words/where";

/** What a chat group is told of an update. */
export interface UpdateNews {
  readonly type: string;
  readonly reason: string | null;
  readonly previously: { readonly startsAt: Date; readonly endsAt: Date } | null;
  readonly activity: {
    readonly title: string;
    readonly startsAt: Date;
    readonly endsAt: Date;
    readonly host: { readonly name: string | null };
    readonly committee: { readonly name: string | null };
    readonly place: string | null;
    readonly venue: { readonly title: string | null } | null;
  };
}

/** What it is told of a notice. */
export interface NoticeNews {
  readonly notice: { readonly title: string; readonly link: string | null };
}

/** A test, which tells a group that messages come there. */
export const TEST_TEXT: RobotText = {
  title: "联盟枢纽测试消息",
  lines: ["收到这条消息，说明群机器人已经接通。"],
};

/** What a group reads of an update or a notice. */
export function robotText(news: UpdateNews | NoticeNews): RobotText {
  if (!("notice" in news)) return updateText(news);
  const { title, link } = news.notice;
  return { title, lines: link === null ? [] : [link] };
}

/** An update in Chinese, as groups here read it: times in Asia/Shanghai, records by their names. */
function updateText({ type, reason, previously, activity }: UpdateNews): RobotText {
  const { title, startsAt, endsAt, host, committee } = activity;
  const where = whereWords(activity);
  const time = rangeWords({ start: startsAt, end: endsAt }).zh;
  const before =
    previously && rangeWords({ start: previously.startsAt, end: previously.endsAt }).zh;
  return {
    title: `${valueWords("ActivityUpdateType", type).zh}：${title}`,
    lines: [
      before === null ? `时间：${time}` : `时间：${time}，原定${before}`,
      ...(reason === null ? [] : [`原因：${reason}`]),
      ...(host.name === null ? [] : [`主办：${host.name}`]),
      ...(committee.name === null ? [] : [`委员会：${committee.name}`]),
      ...(where ? [`地点：${where}`] : []),
    ],
  };
}

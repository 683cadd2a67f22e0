import { Link } from "@tanstack/react-router";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { Loaded } from "../../components/loaded.tsx";
import { MailSettingsPageDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { NotForYou } from "../office/not-for-you.tsx";
import { OfficeHead } from "../office/office-head.tsx";
import { ConfirmAddress } from "./confirm-address.tsx";
import { MailForm } from "./mail-form.tsx";

/** How a person is told of what concerns them outside of the portal: by mail, and where groups are told. */
export function SettingsPage() {
  const viewer = useViewer();
  if (!viewer) return null;
  return (
    <div className="page narrow">
      <OfficeHead title="通知设置" />
      {viewer.kind === "PERSON" ? <Mail /> : <NotForYou whom="登录的个人" />}
      {unitsOf(viewer).length > 0 && (
        <section className="stack">
          <h2>群机器人</h2>
          <p>
            企业微信、钉钉、飞书的群也能收到活动的变化。由单位登记，全群可见：
            <Link to="/partners" search={{ part: "webhooks" }}>
              登记群机器人
            </Link>
            。
          </p>
        </section>
      )}
    </div>
  );
}

function Mail() {
  const query = useAsk(MailSettingsPageDocument, {});
  return (
    <section className="stack">
      <h2>邮件</h2>
      <p className="muted">
        与您有关的通知寄到您的邮箱。不设也不影响在平台上看通知。邮箱只用来寄通知，别人看不到。
      </p>
      <Loaded query={query}>
        {({ mailIsSent, mailSettings }) => (
          <>
            {!mailIsSent && (
              <p role="note">
                <strong>此平台还没有设置发信服务，暂时收不到邮件和验证码。</strong>
                需要邮件，请联系平台管理员。
              </p>
            )}
            {mailSettings && mailSettings.confirmedAt === null && (
              <ConfirmAddress settings={mailSettings} />
            )}
            <MailForm key={mailSettings?.version ?? 0} settings={mailSettings} />
          </>
        )}
      </Loaded>
    </section>
  );
}

import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { Fault } from "../../components/fault.tsx";
import { NumberLine } from "../../components/number-line.tsx";
import { SecretOnce } from "../../components/secret-once.tsx";
import {
  type EndpointFragment,
  PortalEndWebhookEndpointDocument,
  PortalRotateWebhookSecretDocument,
  PortalTestWebhookDocument,
  PortalUpdateWebhookEndpointDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { wordsOfAttempt } from "./attempt-words.ts";

/** How long an old secret stays valid unless something else is asked for, in hours, and at most. */
const KEEP_HOURS = 24;
const MOST_HOURS = 168;

/** What can be done with an endpoint as a whole. */
export function Actions({ endpoint }: { readonly endpoint: EndpointFragment }) {
  const { id, version, kind, state } = endpoint;
  const test = useChange(PortalTestWebhookDocument);
  const update = useChange(PortalUpdateWebhookEndpointDocument);
  const rotate = useChange(PortalRotateWebhookSecretDocument);
  const end = useChange(PortalEndWebhookEndpointDocument);
  const [secret, setSecret] = useState<string>();
  const [keepHours, setKeepHours] = useState<number | undefined>(KEEP_HOURS);
  const isLong = keepHours === undefined || keepHours > MOST_HOURS;
  const tested = test.data?.testWebhookEndpoint?.delivery.attempts.at(-1);
  return (
    <section className="stack" aria-label="办理">
      <div className="buttons">
        <Button look="main" isDisabled={test.isPending} onPress={() => test.mutate({ id })}>
          {test.isPending ? "正在推送…" : "测试推送"}
        </Button>
        {state === "DISABLED" ? (
          <Button
            isDisabled={update.isPending}
            onPress={() => update.mutate({ id, version, enabled: true })}
          >
            重新启用
          </Button>
        ) : (
          <Button
            isDisabled={update.isPending}
            onPress={() => update.mutate({ id, version, enabled: false })}
          >
            停用
          </Button>
        )}
        {kind === "WEBHOOK" && (
          <Confirm
            action="更换密钥"
            question="更换签名密钥？新的密钥只显示一次，请随即交给接收推送的系统。"
            error={rotate.error}
            canSayYes={!isLong}
            onConfirm={async () => {
              const { rotateWebhookSecret } = await rotate.mutateAsync({
                id,
                version,
                ...(keepHours === undefined ? {} : { keepHours }),
              });
              setSecret(rotateWebhookSecret?.secret ?? undefined);
            }}
          >
            <NumberLine
              label="旧密钥同时有效的小时数"
              value={keepHours}
              onChange={setKeepHours}
              hint="泄露了就填 0，旧密钥即刻失效"
              fault={isLong ? `请填写 0 到 ${MOST_HOURS}。` : undefined}
            />
          </Confirm>
        )}
        <Confirm
          action="终止"
          question="终止这个推送地址？没有送达的消息一并放弃，终止后不能恢复。"
          error={end.error}
          onConfirm={async () => {
            await end.mutateAsync({ id, version });
          }}
        />
      </div>
      <Fault error={test.error ?? update.error} />
      {tested && (
        <p
          role="status"
          className={`notice ${tested.error === null ? "notice-good" : "notice-bad"}`}
        >
          {tested.error === null ? "测试已送达：" : "测试没有送达："}
          {wordsOfAttempt(tested)}
        </p>
      )}
      {secret !== undefined && (
        <SecretOnce name="新的签名密钥" secret={secret} onKept={() => setSecret(undefined)}>
          请交给接收推送的系统。遗失了就再更换一次。
        </SecretOnce>
      )}
    </section>
  );
}

import { Link } from "@tanstack/react-router";
import { Button } from "../../components/button.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { Fault } from "../../components/fault.tsx";
import { StateMark, type Tone } from "../../components/state-mark.tsx";
import {
  type DeliveryFragment,
  PortalGiveUpWebhookDeliveryDocument,
  PortalRedeliverWebhookDocument,
  type WebhookDeliveryState,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { DELIVERY_STATES, UPDATE_TYPES } from "../../words/labels.ts";
import { showInstant } from "../../words/time.ts";
import { wordsOfAttempt } from "./attempt-words.ts";

const TONES: Readonly<Record<WebhookDeliveryState, Tone>> = {
  PENDING: "wait",
  DELIVERED: "good",
  WITHHELD: "muted",
  GIVEN_UP: "bad",
};

interface DeliveryRowProps {
  readonly delivery: DeliveryFragment;
  readonly isEnded: boolean;
}

/** One update or notice that was sent or waits, each attempt, and what can be done about it. */
export function DeliveryRow({ delivery, isEnded }: DeliveryRowProps) {
  const { id, state, updateType, noticeId, activity, createdAt, nextAttemptAt, attempts } =
    delivery;
  const redeliver = useChange(PortalRedeliverWebhookDocument);
  const giveUp = useChange(PortalGiveUpWebhookDeliveryDocument);
  const isTest = updateType === null && noticeId === null;
  const what = updateType !== null ? UPDATE_TYPES[updateType] : isTest ? "测试" : "通知";
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">
          {what}
          {activity && (
            <>
              ：
              <Link to="/activities/$id" params={{ id: activity.id }}>
                {activity.title}
              </Link>
            </>
          )}
        </p>
        <p className="muted">{showInstant(createdAt)}</p>
        <ol className="attempts">
          {attempts.map((attempt) => (
            <li key={attempt.number}>
              {showInstant(attempt.at)}：{wordsOfAttempt(attempt)}
            </li>
          ))}
        </ol>
        {nextAttemptAt !== null && attempts.length > 0 && (
          <p className="muted">{showInstant(nextAttemptAt)}再试</p>
        )}
        <Fault error={redeliver.error} />
      </div>
      <StateMark tone={TONES[state]}>
        {isTest && state === "GIVEN_UP" ? "没有送达" : DELIVERY_STATES[state]}
      </StateMark>
      {!isEnded && !isTest && (
        <div className="buttons">
          <Button
            look="quiet"
            isDisabled={redeliver.isPending}
            onPress={() => redeliver.mutate({ id })}
            aria-label={`重新推送：${what} ${activity?.title ?? ""}`}
          >
            重新推送
          </Button>
          {state === "PENDING" && (
            <Confirm
              action="放弃"
              of={`${what} ${activity?.title ?? ""}`}
              question="放弃这一条？接收的系统不会再收到它，同一活动后面的变化不再等待。"
              error={giveUp.error}
              onConfirm={async () => {
                await giveUp.mutateAsync({ id });
              }}
            />
          )}
        </div>
      )}
    </li>
  );
}

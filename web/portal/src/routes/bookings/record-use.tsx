import { Button } from "../../components/button.tsx";
import { Fault } from "../../components/fault.tsx";
import {
  type BookingOfListFragment,
  PortalRecordUseDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";

interface RecordUseProps {
  readonly booking: BookingOfListFragment;
  /** Which booking it is, for those who only hear the buttons. */
  readonly of: string;
}

/** Whether somebody came, as the provider says once the time is over; what was wrong is recorded again. */
export function RecordUse({ booking: { id, version, used }, of }: RecordUseProps) {
  const record = useChange(PortalRecordUseDocument);
  const answers = [
    { value: true, action: used === null ? "来了" : "改记为来了" },
    { value: false, action: used === null ? "没人来" : "改记为没人来" },
  ];
  return (
    <>
      {answers
        .filter(({ value }) => value !== used)
        .map(({ value, action }) => (
          <Button
            key={String(value)}
            look="quiet"
            aria-label={`${action}：${of}`}
            isDisabled={record.isPending}
            onPress={() => record.mutate({ id, version, used: value })}
          >
            {action}
          </Button>
        ))}
      <Fault error={record.error} />
    </>
  );
}

/** What the provider has said, in words. */
export const wordsOfUse = (used: boolean): string =>
  used ? "提供单位记录：有人来用" : "提供单位记录：没人来";

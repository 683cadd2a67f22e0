import { Button } from "../../components/button.tsx";
import { RecordLink } from "../../components/record-link.tsx";
import type { MyNoticesQuery } from "../../graph/generated/graphql.ts";
import { showInstant } from "../../words/time.ts";

/** A notice as the list has it. */
export type ListedNotice = NonNullable<MyNoticesQuery["notices"]>["nodes"][number];

interface NoticeRowProps {
  readonly notice: ListedNotice;
  /** Whether it is said who was told: the viewer has several offices. */
  readonly isOfficeNamed: boolean;
  /** Called when its record is opened. */
  readonly onOpen: () => void;
  /** Called when it is to be marked as read without that. */
  readonly onRead: () => void;
}

/** What somebody was told. It leads to its record, and is read when that is opened. */
export function NoticeRow({ notice, isOfficeNamed, onOpen, onRead }: NoticeRowProps) {
  const { id, title, occurredAt, read, organization, committee } = notice;
  const office = isOfficeNamed ? (committee ?? organization)?.name : undefined;
  return (
    <li className={`row notice-row ${read ? "" : "unread"}`} data-row={id} tabIndex={-1}>
      <div className="row-main">
        <p className="notice-title">
          {!read && <span className="unread-word">未读</span>}
          <RecordLink record={notice} {...(read ? {} : { onOpen })}>
            {title}
          </RecordLink>
        </p>
        <p className="muted">{[showInstant(occurredAt), office].filter(Boolean).join(" · ")}</p>
      </div>
      {!read && (
        <Button look="quiet" aria-label={`标为已读：${title}`} onPress={onRead}>
          标为已读
        </Button>
      )}
    </li>
  );
}

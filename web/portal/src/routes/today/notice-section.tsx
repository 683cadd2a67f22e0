import { useUnread } from "../../app/unread.ts";
import { Button } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { Fault } from "../../components/fault.tsx";
import { Paged } from "../../components/paged.tsx";
import { useGoingRows } from "../../components/use-going-rows.ts";
import { Views } from "../../components/views.tsx";
import { MyNoticesDocument, type NoticeFilter } from "../../graph/generated/graphql.ts";
import { usePages } from "../../graph/use-pages.ts";
import { type ListedNotice, NoticeRow } from "./notice-row.tsx";
import { useMarkRead } from "./use-mark-read.ts";

interface NoticeSectionProps {
  readonly filter: NoticeFilter;
  readonly isUnreadOnly: boolean;
  readonly onUnreadOnly: (isUnreadOnly: boolean) => void;
  readonly isOfficeNamed: boolean;
}

/** What the viewer, their units and committees were told, newest first. */
export function NoticeSection(props: NoticeSectionProps) {
  const { filter, isUnreadOnly, onUnreadOnly, isOfficeNamed } = props;
  const pages = usePages(
    MyNoticesDocument,
    { filter: isUnreadOnly ? { ...filter, unread: true } : filter },
    ({ notices }) => notices,
  );
  const unread = useUnread();
  const mark = useMarkRead();
  const { area, leave, stay } = useGoingRows();
  const markOne = ({ id }: ListedNotice): void => {
    if (isUnreadOnly) leave(id);
    else stay(id);
    mark.mutate({ ids: [id] });
  };
  return (
    <section className="stack" aria-labelledby="notices" ref={area} tabIndex={-1}>
      <h2 id="notices">通知 {unread > 0 && <span className="count">{unread} 条未读</span>}</h2>
      <div className="buttons">
        <Views
          label="哪些通知"
          options={{ all: "全部", unread: "未读" }}
          value={isUnreadOnly ? "unread" : "all"}
          onChange={(view) => onUnreadOnly(view === "unread")}
        />
        {unread > 0 && (
          <Button
            look="quiet"
            isDisabled={mark.isPending}
            onPress={() => {
              area.current?.focus();
              mark.mutate({ all: true });
            }}
          >
            全部标为已读
          </Button>
        )}
      </div>
      <Fault error={mark.error} />
      <Paged pages={pages} empty={<NoNotices isUnreadOnly={isUnreadOnly} />}>
        {(notices) => (
          <ul className="rows">
            {notices.map((notice) => (
              <NoticeRow
                key={notice.id}
                notice={notice}
                isOfficeNamed={isOfficeNamed}
                onOpen={() => mark.mutate({ ids: [notice.id] })}
                onRead={() => markOne(notice)}
              />
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}

const NoNotices = ({ isUnreadOnly }: { readonly isUnreadOnly: boolean }) =>
  isUnreadOnly ? (
    <Empty title="没有未读的通知">都看过了。近 30 天没有读的才算未读。</Empty>
  ) : (
    <Empty title="还没有通知">
      别的单位办了与您有关的事，例如答复了预约，会立刻告诉您，不用打电话去问。
    </Empty>
  );

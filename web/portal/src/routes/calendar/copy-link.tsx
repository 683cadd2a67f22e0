import { getRouteApi, useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { copyText } from "../../app/copy-text.ts";
import { Button } from "../../components/button.tsx";
import type { Day } from "../../words/time.ts";

const route = getRouteApi("/calendar");

interface CopyLinkProps {
  /** The first day that is shown. */
  readonly day: Day;
}

/** Copies what is shown as a link that shows the same days whenever it is opened, to be sent to others. */
export function CopyLink({ day }: CopyLinkProps) {
  const search = route.useSearch();
  const router = useRouter();
  const [said, setSaid] = useState<{ readonly of: string; readonly isCopied: boolean }>();
  const { href } = router.buildLocation({ to: "/calendar", search: { ...search, day } });
  const link = new URL(href, location.origin).href;
  // What was said of another month does not hold for this one.
  const isCopied = said?.of === link ? said.isCopied : undefined;
  return (
    <>
      <Button
        look="quiet"
        onPress={() => {
          void copyText(link).then((isCopied) => setSaid({ of: link, isCopied }));
        }}
      >
        复制链接
      </Button>
      <span role="status" className="hint calendar-link">
        {isCopied === true && "已复制，可以发给别人。"}
        {isCopied === false && `浏览器不允许复制，请自行复制：${link}`}
      </span>
    </>
  );
}

import { Link, useLocation } from "@tanstack/react-router";
import { useViewer } from "../../app/viewer.ts";
import { Empty } from "../../components/empty.tsx";

/** For whoever comes to a page of the office that has nothing for them. @param whom for whom it is. */
export function NotForYou({ whom }: { readonly whom: string }) {
  const viewer = useViewer();
  const { href } = useLocation();
  if (viewer?.kind === "ANONYMOUS")
    return (
      <Empty title="登录后才能办理">
        这里供{whom}使用。
        <Link to="/sign-in" search={{ back: href }}>
          去登录
        </Link>
      </Empty>
    );
  return (
    <Empty title="这里没有您能办理的事项">这里供{whom}使用。如需办理，请联系平台管理员。</Empty>
  );
}

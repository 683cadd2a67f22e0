import { Link, useLocation } from "@tanstack/react-router";
import { useSession } from "@alliance-hub/web-shared/session.ts";

/** For whoever comes back after the night: says why the lists are shorter, and leads back to here. */
export function AwayNotice() {
  const { end } = useSession();
  const { href } = useLocation();
  if (end !== "expired" && end !== "refused") return null;
  return (
    <p className="notice notice-wait" role="status">
      {end === "expired"
        ? "您离开得久了，登录已过期。"
        : "联盟枢纽没有接受这次登录。再次登录仍然不行，请联系平台管理员。"}
      <Link to="/sign-in" search={{ back: href }}>
        重新登录，回到这一页
      </Link>
    </p>
  );
}

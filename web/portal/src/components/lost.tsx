import { Link, useLocation } from "@tanstack/react-router";
import { isSomebody, useViewer } from "../app/viewer.ts";

/** For an address that leads nowhere, or to what is not for the viewer: the two look alike. */
export function Lost() {
  const viewer = useViewer();
  const { href } = useLocation();
  return (
    <div className="page">
      <h1>没有找到</h1>
      <p>
        地址可能写错了，内容可能已经撤下，也可能
        {isSomebody(viewer) ? "不对您公开。" : "要登录后才能看到。"}
      </p>
      <p className="buttons">
        <Link to="/">回到首页</Link>
        {!isSomebody(viewer) && (
          <Link to="/sign-in" search={{ back: href }}>
            去登录
          </Link>
        )}
      </p>
    </div>
  );
}

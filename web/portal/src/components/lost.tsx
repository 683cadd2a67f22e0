import { Link } from "@tanstack/react-router";
import { Empty } from "./empty.tsx";

/** For an address that leads nowhere, or to what is not for the viewer: the two look alike. */
export function Lost() {
  return (
    <Empty title="没有找到">
      地址可能写错了，内容可能已经撤下，也可能要登录后才能看到。<Link to="/">回到首页</Link>
    </Empty>
  );
}

import { Link, useLocation } from "@tanstack/react-router";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { BackTo } from "../../components/back-to.tsx";
import { Empty } from "../../components/empty.tsx";
import { PostForm } from "./post-form.tsx";

/** A unit puts on the list what it needs. */
export function NewNeedPage() {
  const viewer = useViewer();
  const { href } = useLocation();
  if (!viewer) return null;
  const units = unitsOf(viewer);
  return (
    <div className="page narrow">
      <BackTo list="/needs">需求</BackTo>
      <h1>提出需求</h1>
      {units.length > 0 ? (
        <PostForm units={units} />
      ) : (
        <Empty title="需求由单位提出">
          您目前不代表任何单位。
          {viewer.kind === "ANONYMOUS" && (
            <Link to="/sign-in" search={{ back: href }}>
              去登录
            </Link>
          )}
        </Empty>
      )}
    </div>
  );
}

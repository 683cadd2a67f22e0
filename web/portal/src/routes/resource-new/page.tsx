import { Link } from "@tanstack/react-router";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { BackTo } from "../../components/back-to.tsx";
import { Empty } from "../../components/empty.tsx";
import { ShareForm } from "./share-form.tsx";

/** A unit puts something on the list that others may use. */
export function NewResourcePage() {
  const viewer = useViewer();
  if (!viewer) return null;
  const units = unitsOf(viewer);
  return (
    <div className="page narrow">
      <BackTo list="/resources">资源</BackTo>
      <h1>提供资源</h1>
      {units.length > 0 ? (
        <ShareForm units={units} />
      ) : (
        <Empty title="资源由单位提供">
          您目前不代表任何单位。
          {viewer.kind === "ANONYMOUS" && (
            <Link to="/sign-in" search={{ back: "/resources/new" }}>
              去登录
            </Link>
          )}
        </Empty>
      )}
    </div>
  );
}

import { useLost } from "./connection.ts";

/** Says that what is shown may be out of date, while the hub is away. */
export function ConnectionNotice() {
  const isLost = useLost();
  return (
    <div role="status" className="connection">
      {isLost && <p className="notice notice-wait">连接已断开，正在重连…</p>}
    </div>
  );
}

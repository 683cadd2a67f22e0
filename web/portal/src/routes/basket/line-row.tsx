import { Link } from "@tanstack/react-router";
import { Button } from "../../components/button.tsx";
import { NumberLine } from "../../components/number-line.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import type { ChosenTime } from "../../words/chosen-time.ts";
import type { BasketLine } from "./use-lines.ts";

interface LineRowProps {
  readonly line: BasketLine;
  readonly time: ChosenTime | undefined;
  /** What the hub found wrong with it. */
  readonly fault: string | undefined;
  readonly onQuantity: (quantity: number) => void;
  readonly onRemove: () => void;
}

/** One thing in the basket: whether it can be had, how much of it, and out again. */
export function LineRow({ line, time, fault, onQuantity, onRemove }: LineRowProps) {
  const { item, resource, obstacle } = line;
  const title = resource === null ? "已经看不到的资源" : (resource?.title ?? "正在读取…");
  const wrong = fault ?? obstacle;
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">
          <Link to="/resources/$id" params={{ id: item.resourceId }} search={time ?? {}}>
            {title}
          </Link>
        </p>
        <p className="muted">
          <OrganizationLink organization={resource?.provider} none="" />
          {resource?.approval === true && " · 要提供方同意"}
        </p>
        {wrong !== undefined && (
          <p className="fault" role="status">
            {wrong}
          </p>
        )}
      </div>
      {(resource?.capacity ?? 1) > 1 && (
        <NumberLine
          label={`数量（共 ${resource?.capacity}${resource?.unit ?? ""}）`}
          value={item.quantity === 0 ? undefined : item.quantity}
          onChange={(quantity) => onQuantity(quantity ?? 0)}
        />
      )}
      {time && resource && (
        <StateMark tone={wrong === undefined ? "good" : "bad"}>
          {wrong === undefined ? "能订到" : "订不到"}
        </StateMark>
      )}
      <Button look="quiet" aria-label={`拿掉：${title}`} onPress={onRemove}>
        拿掉
      </Button>
    </li>
  );
}

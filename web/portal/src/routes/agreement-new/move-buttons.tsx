import { flushSync } from "react-dom";
import { Button } from "../../components/button.tsx";

interface MoveButtonsProps<One> {
  /** What is moved, for whoever does not see the list. */
  readonly name: string;
  /** Tells it apart from the others on the page. */
  readonly idOf: string;
  readonly list: readonly One[];
  readonly at: number;
  /** The word for taking it away: 删除. */
  readonly remove: string;
  readonly onChange: (list: readonly One[]) => void;
  /** Instead of only taking it away. */
  readonly onRemove?: () => void;
}

/** Moves one of a list up or down, and takes it away. The focus stays with what was moved. */
export function MoveButtons<One>(props: MoveButtonsProps<One>) {
  const { name, idOf, list, at, remove, onChange, onRemove } = props;
  const move = (by: 1 | -1): void => {
    const to = at + by;
    flushSync(() => onChange(swapped(list, at, to)));
    const isLast = to === 0 || to === list.length - 1;
    document.getElementById(`${idOf}.${isLast ? -by : by}`)?.focus();
  };
  return (
    <span className="buttons move">
      <Button
        look="quiet"
        id={`${idOf}.-1`}
        aria-label={`上移：${name}`}
        isDisabled={at === 0}
        onPress={() => move(-1)}
      >
        <span aria-hidden="true">↑</span>
      </Button>
      <Button
        look="quiet"
        id={`${idOf}.1`}
        aria-label={`下移：${name}`}
        isDisabled={at === list.length - 1}
        onPress={() => move(1)}
      >
        <span aria-hidden="true">↓</span>
      </Button>
      <Button
        look="quiet"
        aria-label={`${remove}：${name}`}
        onPress={onRemove ?? (() => onChange(list.filter((_one, other) => other !== at)))}
      >
        {remove}
      </Button>
    </span>
  );
}

function swapped<One>(list: readonly One[], from: number, to: number): readonly One[] {
  const next = [...list];
  const [one] = next.splice(from, 1);
  if (one !== undefined) next.splice(to, 0, one);
  return next;
}

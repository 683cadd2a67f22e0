import { Button } from "./button.tsx";

interface ViewsProps<View extends string> {
  readonly label: string;
  /** By value, in the order that they are shown. */
  readonly options: Readonly<Record<View, string>>;
  readonly value: View;
  readonly onChange: (view: View) => void;
}

/** Ways to look at one thing, all of them in sight: one is pressed. */
export function Views<View extends string>(props: ViewsProps<View>) {
  const { label, options, value, onChange } = props;
  return (
    <div className="views" role="group" aria-label={label}>
      {(Object.keys(options) as View[]).map((view) => (
        <Button
          key={view}
          look="quiet"
          aria-pressed={view === value}
          onPress={() => onChange(view)}
        >
          {options[view]}
        </Button>
      ))}
    </div>
  );
}

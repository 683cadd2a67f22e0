import { Button as AriaButton, type ButtonProps } from "react-aria-components/Button";

interface Props extends Omit<ButtonProps, "className"> {
  /** `main` for what the page is for, once a page; `quiet` within rows. Default: plain. */
  readonly look?: "main" | "plain" | "quiet" | "danger";
}

export function Button({ look = "plain", ...props }: Props) {
  return <AriaButton {...props} className={`button button-${look}`} />;
}

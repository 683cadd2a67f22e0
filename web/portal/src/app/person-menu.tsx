import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import {
  type Script,
  chooseScript,
  prefer,
  usePreferences,
} from "@alliance-hub/web-shared/preferences.ts";
import { signOut } from "@alliance-hub/web-shared/sign-out.ts";
import { Disclosure } from "./disclosure.tsx";
import { standingOf } from "./names.ts";
import { useViewer } from "./viewer.ts";

const THEMES = { system: "跟随系统", light: "浅色", dark: "深色" } as const;
const script: Script = document.documentElement.lang === "zh-Hant" ? "hant" : "hans";

/** Who is signed in, and how the pages look. */
export function PersonMenu() {
  const viewer = useViewer();
  const { theme, isLarge } = usePreferences();
  const navigate = useNavigate();
  const { href } = useLocation();
  const isSignedIn = viewer !== undefined && viewer.kind !== "ANONYMOUS";
  const leave = (): void =>
    void signOut().then(async (isStaying) => {
      if (isStaying) await navigate({ to: "/" });
    });
  return (
    <div className="person">
      {viewer && !isSignedIn && (
        <Link to="/sign-in" search={{ back: href }} className="button button-quiet">
          登录
        </Link>
      )}
      <Disclosure
        label={<span className="person-name">{isSignedIn ? standingOf(viewer) : "显示"}</span>}
        className="button button-quiet person-button"
      >
        <button
          type="button"
          className="entry"
          aria-pressed={isLarge}
          onClick={() => prefer({ isLarge: !isLarge })}
        >
          大字
        </button>
        <fieldset className="themes">
          <legend className="side-name">配色</legend>
          {(Object.keys(THEMES) as (keyof typeof THEMES)[]).map((one) => (
            <label key={one} className="entry">
              <input
                type="radio"
                name="theme"
                checked={one === theme}
                onChange={() => prefer({ theme: one })}
              />
              {THEMES[one]}
            </label>
          ))}
        </fieldset>
        <button
          type="button"
          className="entry"
          onClick={() => chooseScript(script === "hans" ? "hant" : "hans")}
        >
          <span lang={script === "hans" ? "zh-Hant" : "zh-Hans"}>{otherScript(script)}</span>
        </button>
        {isSignedIn && (
          <Link to="/settings" className="entry">
            通知设置
          </Link>
        )}
        {isSignedIn && (
          <button type="button" className="entry" onClick={leave}>
            退出登录
          </button>
        )}
      </Disclosure>
    </div>
  );
}

/** By code points: the build would write either name in the page's own characters. */
function otherScript(own: Script): string {
  return own === "hans" ? "\u7E41\u9AD4\u5B57" : "\u7B80\u4F53\u5B57";
}

import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import {
  type Script,
  chooseScript,
  prefer,
  usePreferences,
} from "@alliance-hub/web-shared/preferences.ts";
import { signOut } from "@alliance-hub/web-shared/sign-out.ts";
import { Button } from "react-aria-components/Button";
import { Menu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
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
  return (
    <div className="person">
      {viewer && !isSignedIn && (
        <Link to="/sign-in" search={{ back: href }} className="button button-quiet">
          登录
        </Link>
      )}
      <MenuTrigger>
        <Button className="button button-quiet person-button">
          <span className="person-name">{isSignedIn ? standingOf(viewer) : "显示"}</span>
          <span aria-hidden="true">▾</span>
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu" aria-label="个人与显示">
            <MenuItem id="large" onAction={() => prefer({ isLarge: !isLarge })}>
              {isLarge ? "恢复标准字号" : "大字"}
            </MenuItem>
            {(Object.keys(THEMES) as (keyof typeof THEMES)[]).map((one) => (
              <MenuItem key={one} id={one} onAction={() => prefer({ theme: one })}>
                {one === theme ? "✓ " : ""}
                {THEMES[one]}
              </MenuItem>
            ))}
            <MenuItem
              id="script"
              onAction={() => chooseScript(script === "hans" ? "hant" : "hans")}
            >
              <span lang={script === "hans" ? "zh-Hant" : "zh-Hans"}>{otherScript(script)}</span>
            </MenuItem>
            {isSignedIn && (
              <MenuItem
                id="leave"
                onAction={() =>
                  void signOut().then(async (isStaying) => {
                    if (isStaying) await navigate({ to: "/" });
                  })
                }
              >
                退出登录
              </MenuItem>
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}

/** By code points: the build would write either name in the page's own characters. */
function otherScript(own: Script): string {
  return own === "hans" ? "\u7E41\u9AD4\u5B57" : "\u7B80\u4F53\u5B57";
}

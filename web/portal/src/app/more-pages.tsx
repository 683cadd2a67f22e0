import { useLocation, useNavigate } from "@tanstack/react-router";
import { Button } from "react-aria-components/Button";
import { Header } from "react-aria-components/Header";
import { Menu, MenuItem, MenuSection, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { DAILY_PAGES, pagesFor } from "./pages.ts";
import { useViewer } from "./viewer.ts";

/** How many pages have room at the foot of a phone; the others are in the menu there. */
const ON_PHONES = 4;

/** The pages that have no room in the bar. Its button bears the name of the page that one is on. */
export function MorePages() {
  const groups = pagesFor(useViewer());
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const current = groups
    .flatMap(({ pages }) => pages)
    .find(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return (
    <MenuTrigger>
      <Button className={`more-pages ${current ? "active" : ""}`}>
        {current?.name ?? "更多"} <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu
          className="menu"
          aria-label="更多页面"
          onAction={(to) => void navigate({ to: String(to) })}
        >
          {DAILY_PAGES.slice(ON_PHONES).map(({ to, name }) => (
            <MenuItem key={to} id={to} className="phones-only">
              {name}
            </MenuItem>
          ))}
          {groups.map(({ name: group, pages }) => (
            <MenuSection key={group}>
              <Header className="side-name">{group}</Header>
              {pages.map(({ to, name }) => (
                <MenuItem key={to} id={to}>
                  {name}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

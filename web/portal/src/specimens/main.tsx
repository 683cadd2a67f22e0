// The components by themselves, for the pictures in docs/portal.md. Part of no page that is served.

import "@alliance-hub/web-shared/theme.css";
import "../components/components.css";
import "../app/app.css";
import "./specimens.css";
import { createRoot } from "react-dom/client";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { Specimens } from "./specimens.tsx";

const root = document.querySelector("#specimens");
if (!root) throw new Error("The page has no element #specimens.");
createRoot(root).render(
  <I18nProvider locale="zh-CN">
    <Specimens />
  </I18nProvider>,
);

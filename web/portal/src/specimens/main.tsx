// The components by themselves, for the pictures in docs/portal.md. Part of no page that is served.

import "@alliance-hub/web-shared/theme.css";
import "../components/buttons.css";
import "../components/fields.css";
import "../components/popovers.css";
import "../components/marks.css";
import "../components/dialogs.css";
import "../components/layout.css";
import "../components/lists.css";
import "../app/frame.css";
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

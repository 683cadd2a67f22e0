import "@alliance-hub/web-shared/theme.css";
import "@alliance-hub/web-shared/preferences.ts";
import "./components/buttons.css";
import "./components/fields.css";
import "./components/popovers.css";
import "./components/marks.css";
import "./components/dialogs.css";
import "./components/layout.css";
import "./components/lists.css";
import "./app/frame.css";
import { answerFromFrame } from "@alliance-hub/web-shared/frame.ts";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, startTransition } from "react";
import { createRoot } from "react-dom/client";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { takeEarlyViewer } from "./app/early-viewer.ts";
import { router } from "./router.ts";
import { queryClient } from "./graph/query-client.ts";

const root = document.querySelector("#portal");
if (!root) throw new Error("The page has no element #portal.");
// In the frame in which a session is renewed, nobody sees anything.
if (!answerFromFrame()) {
  takeEarlyViewer();
  // In slices, so that a slow phone answers while it is drawn.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <I18nProvider locale={document.documentElement.lang === "zh-Hant" ? "zh-TW" : "zh-CN"}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </I18nProvider>
      </StrictMode>,
    ),
  );
}

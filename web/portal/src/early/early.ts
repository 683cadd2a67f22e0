// Runs before the page is drawn, as a script of its own: small, and without what the others are made of.

import { applyPreferences, readPreferences } from "@alliance-hub/web-shared/looks.ts";
import { oncePainted } from "./once-painted.ts";
import { askEarly } from "./viewer.ts";

const { main } = document.currentScript?.dataset ?? {};
applyPreferences(readPreferences());
// In the frame in which a session is renewed, nobody looks.
if (parent === window) askEarly();
if (main !== undefined) oncePainted(() => void import(/* @vite-ignore */ main));

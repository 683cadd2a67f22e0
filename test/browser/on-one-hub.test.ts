/** What can be seen on one hub, one after the other: a hub and a browser take longer to start than most tests. */
import "./on-one-hub/frame.ts";
import "./on-one-hub/look-up.ts";
import "./on-one-hub/keyboard.ts";
import "./on-one-hub/live.ts";
import "./on-one-hub/audit.ts";
import "./on-one-hub/day.ts";
import "./on-one-hub/overview.ts";
import "./on-one-hub/tasks.ts";
import "./on-one-hub/balance.ts";

import { fileURLToPath } from "node:url";
import shared from "../../jest.config.js";

const [anyProject] = shared.projects;

/** What `npm run test:peers` runs: the hub beside what it is compared with. */
export default {
  ...shared,
  projects: [
    {
      ...anyProject,
      displayName: "peers",
      rootDir: fileURLToPath(new URL("../..", import.meta.url)),
      testMatch: ["<rootDir>/test/peers/dist/**/*.test.js"],
    },
  ],
};

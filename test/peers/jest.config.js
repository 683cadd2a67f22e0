import { fileURLToPath } from "node:url";
import shared from "../../jest.config.js";

const [anyProject] = shared.projects;

/** What `npm run test:peers` runs: the hub and the packages with which it is compared. */
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

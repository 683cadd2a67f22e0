// Prepares the packages that `npm run test:peers` compares with.
import { preparePeers } from "./prepare.ts";

await preparePeers();

// Makes ready what `npm run test:peers` compares with.
import { preparePeers } from "./prepare.ts";

await preparePeers();

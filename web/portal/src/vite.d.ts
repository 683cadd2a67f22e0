/** Style sheets that scripts import: the bundler takes them out. */
declare module "*.css";

/** Traditional characters and what each becomes in simplified script: `"㑯 㑔|㑳 㑇|…"`. opencc-js types only its converters. */
declare module "opencc-js/dict/TSCharacters" {
  const characters: string;
  export default characters;
}

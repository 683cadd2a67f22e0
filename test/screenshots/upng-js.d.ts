declare module "upng-js" {
  const upng: {
    /** Frames of RGBA, eight bits each. @param colours of the palette; 0 keeps all. */
    encode(
      frames: readonly ArrayBuffer[],
      width: number,
      height: number,
      colours: number,
    ): ArrayBuffer;
    decode(png: ArrayBufferLike): { readonly width: number; readonly height: number };
    toRGBA8(decoded: object): ArrayBuffer[];
  };
  export default upng;
}

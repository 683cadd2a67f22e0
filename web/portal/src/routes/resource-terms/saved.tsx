/** Says that a part has been saved. */
export const Saved = ({ isShown }: { readonly isShown: boolean }) =>
  isShown ? (
    <p className="hint free" role="status">
      ✓ 已保存
    </p>
  ) : null;

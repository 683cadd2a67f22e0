/** What went wrong, in the hub's own words. */
export function Fault({ error }: { readonly error: Error | null }) {
  if (!error) return null;
  return (
    <p className="notice notice-bad" role="alert">
      {error.message}
    </p>
  );
}

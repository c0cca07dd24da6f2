/** Where the work stands. */
export function OverviewPage() {
  return <h1>…</h1>;
}

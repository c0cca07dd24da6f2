/** Has Ctrl and Enter send the form of any field of several lines, in which Enter alone begins a line. */
export function sendForms(): void {
  window.addEventListener('keydown', (event) => {
    const { target, key, ctrlKey, metaKey, isComposing } = event;
    if (isComposing || key !== 'Enter' || !(ctrlKey || metaKey)) return;
    if (!(target instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    // A button that takes nothing now is not pressed by keys either.
    target.form?.querySelector<HTMLButtonElement>('[type=submit]')?.click();
  });
}

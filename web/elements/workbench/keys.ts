/** Whether the keys for undo belong to the text in which the caret stands. */
function undoesItself(event: Event): boolean {
  const target = event.composedPath()[0];
  if (target instanceof HTMLInputElement) return !/^(range|radio|checkbox)$/.test(target.type);
  return target instanceof HTMLTextAreaElement;
}

/** What a key asks for: Ctrl+Z; Ctrl+Shift+Z or Ctrl+Y; of a Mac, with its own key. */
export function travelOf(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || undoesItself(event)) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'y') return 'redo';
  if (key !== 'z') return undefined;
  return event.shiftKey ? 'redo' : 'undo';
}

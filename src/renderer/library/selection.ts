/** Which sessions are chosen, as lists everywhere do it: click, Ctrl+click, Shift+click, arrows. Pure. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Index that the arrows move from; -1 for none. */
  readonly focus: number;
  /** Where a range starts. */
  readonly anchor: number;
  /** The row at `focus` is not loaded yet; it is chosen once it is. */
  readonly pending: boolean;
}

export const NOTHING: Selection = { ids: new Set(), focus: -1, anchor: -1, pending: false };

type IdAt = (index: number) => string | undefined;

export function choose(
  selection: Selection,
  index: number,
  how: { readonly toggle: boolean; readonly range: boolean },
  idAt: IdAt,
): Selection {
  const id = idAt(index);
  if (id === undefined) return { ids: new Set(), focus: index, anchor: index, pending: true };
  if (how.range && selection.anchor >= 0) {
    const ids = new Set(how.toggle ? selection.ids : []);
    for (let i = Math.min(selection.anchor, index); i <= Math.max(selection.anchor, index); i++) {
      const between = idAt(i);
      if (between !== undefined) ids.add(between);
    }
    return { ids, focus: index, anchor: selection.anchor, pending: false };
  }
  if (!how.toggle) return { ids: new Set([id]), focus: index, anchor: index, pending: false };
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, focus: index, anchor: index, pending: false };
}

/** Whether a range from the anchor to `index` passes rows that `idAt` does not know. */
export function hasGaps({ anchor }: Selection, index: number, idAt: IdAt): boolean {
  for (let i = Math.min(anchor, index); i <= Math.max(anchor, index); i++) if (i >= 0 && idAt(i) === undefined) return true;
  return false;
}

/** The same, with a row that was waited for. */
export function settle(selection: Selection, idAt: IdAt): Selection {
  const id = selection.pending ? idAt(selection.focus) : undefined;
  return id === undefined ? selection : { ...selection, ids: new Set([id]), pending: false };
}

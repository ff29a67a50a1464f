/** Which sessions are chosen, as lists everywhere do it: click, Ctrl+click, Shift+click, arrows. Pure. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Index that the arrows move from; -1 for none. */
  readonly focus: number;
  /** Where a range starts. */
  readonly anchor: number;
}

export const NOTHING: Selection = { ids: new Set(), focus: -1, anchor: -1 };

type IdAt = (index: number) => string | undefined;

export function choose(
  selection: Selection,
  index: number,
  how: { readonly toggle: boolean; readonly range: boolean },
  idAt: IdAt,
): Selection {
  const id = idAt(index);
  if (id === undefined) return selection;
  if (how.range && selection.anchor >= 0) {
    const ids = new Set(how.toggle ? selection.ids : []);
    for (let i = Math.min(selection.anchor, index); i <= Math.max(selection.anchor, index); i++) {
      const between = idAt(i);
      if (between !== undefined) ids.add(between);
    }
    return { ids, focus: index, anchor: selection.anchor };
  }
  if (!how.toggle) return { ids: new Set([id]), focus: index, anchor: index };
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, focus: index, anchor: index };
}

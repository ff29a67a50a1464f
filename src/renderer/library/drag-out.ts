/**
 * Sessions that are dragged out of the window, as files for another program. The system wants files that are there: they are written when the drag begins, and
 * hang on the pointer as soon as they are whole. Whoever let go before is told, and finds them ready.
 */
import type { DesktopBridge } from '../../shared/desktop-bridge.ts';
import type { EngineClient, SessionRow } from '../../shared/engine-api.ts';
import { sentenceOf } from '../engine/api-error.ts';
import { notify } from '../ui/notices.tsx';
import { words } from '../words/words.ts';
import { fileName, SHARED } from './export-session.ts';
import { exportEach } from './exports.ts';
import { sessionCount } from './session-words.ts';

/** Notes may change, so a file is good for this long, ms. */
const GOOD_FOR = 60_000;

type Bridge = Pick<DesktopBridge<File>, 'dragPlace' | 'startDrag'>;

interface Prepared {
  readonly handle: string;
  readonly until: number;
}

/** By what is known of the session. */
const prepared = new Map<string, Prepared>();
let dragging = false;

/** What hangs over the window is ours: it is no import. */
export function isDraggingOut(): boolean {
  return dragging;
}

export async function dragOut(client: EngineClient, bridge: Bridge, rows: readonly SessionRow[]): Promise<void> {
  const says = words().library.exports;
  const [first] = rows;
  if (first === undefined) return;
  let isHeld = true;
  const release = (): void => {
    isHeld = false;
  };
  window.addEventListener('pointerup', release, { once: true });
  try {
    const missing = rows.filter((row) => handleOf(row) === null);
    await exportEach(missing, async (row) => {
      const { handle } = await bridge.dragPlace(fileName(row, SHARED));
      await client.call('export.session', { id: row.id, format: SHARED.id, handle });
      prepared.set(JSON.stringify(row), { handle, until: performance.now() + GOOD_FOR });
    });
    const handles = rows.flatMap((row) => handleOf(row) ?? []);
    if (handles.length < rows.length) return; // cancelled
    if (!isHeld) return notify({ text: says.draggable(rows.length === 1 ? first.title : sessionCount(rows.length)) });
    dragging = true;
    await bridge.startDrag(handles);
  } catch (error) {
    notify({ text: says.failed(rows.length === 1 ? first.title : sessionCount(rows.length), sentenceOf(error)), failed: true });
  } finally {
    dragging = false;
    window.removeEventListener('pointerup', release);
  }
}

function handleOf(row: SessionRow): string | null {
  const key = JSON.stringify(row);
  const known = prepared.get(key);
  if (known !== undefined && known.until >= performance.now()) return known.handle;
  prepared.delete(key);
  return null;
}
